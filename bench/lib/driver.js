// @ts-check
const http = require("node:http")
const { text } = require("node:stream/consumers")

/**
 * @typedef {object} BenchRequest
 * @property {"GET" | "POST"} method
 * @property {string} path
 * @property {Record<string, string>} [headers]
 * @property {unknown} [body]
 */

/** @typedef {{ status: number, body: any, ms: number }} BenchAnswer */

/**
 * Sends each request once, so many at a time, on connections that stay open.
 *
 * @param {string} url
 * @param {BenchRequest[]} requests
 * @param {number} connections
 * @returns {Promise<{ answers: BenchAnswer[], ms: number }>} in the order of the requests; the whole in milliseconds
 */
async function drive(url, requests, connections) {
  const agent = keepAlive(connections)
  /** @type {BenchAnswer[]} */
  const answers = []
  let next = 0
  const work = async () => {
    while (next < requests.length) {
      const at = next++
      answers[at] = await send(agent, url, requests[at])
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, work))
  const ms = performance.now() - start
  agent.destroy()
  return { answers, ms }
}

/** @param {number} [connections] that stay open, at most */
function keepAlive(connections = 1) {
  return new http.Agent({ keepAlive: true, maxSockets: connections })
}

/**
 * @param {http.Agent} agent
 * @param {string} url
 * @param {BenchRequest} request
 * @returns {Promise<BenchAnswer>}
 */
function send(agent, url, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const request = http.request(`${url}${path}`, {
      agent,
      method,
      headers: { "content-type": "application/json", ...headers },
    })
    request.once("error", reject)
    request.once("response", (answer) => {
      text(answer).then((whole) => {
        const ms = performance.now() - start
        resolve({ status: Number(answer.statusCode), body: parse(whole), ms })
      }, reject)
    })
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

module.exports = { drive, keepAlive, send }
