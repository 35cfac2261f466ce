// @ts-check
const { Pool } = require("undici")

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
  const pool = new Pool(url, { connections, pipelining: 1 })
  /** @type {BenchAnswer[]} */
  const answers = []
  let next = 0
  const work = async () => {
    while (next < requests.length) {
      const at = next++
      answers[at] = await send(pool, requests[at])
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, work))
  const ms = performance.now() - start
  await pool.close()
  return { answers, ms }
}

/**
 * @param {Pool} pool
 * @param {BenchRequest} request
 * @returns {Promise<BenchAnswer>}
 */
async function send(pool, { method, path, headers, body }) {
  const start = performance.now()
  const answer = await pool.request({
    method,
    path,
    headers: { "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await answer.body.text()
  const ms = performance.now() - start
  return { status: answer.statusCode, body: parse(text), ms }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

module.exports = { drive }
