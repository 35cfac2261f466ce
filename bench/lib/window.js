// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const { workedMs } = require("./cpu")
const { drive } = require("./driver")
const { quantile } = require("./stats")

/**
 * @typedef {object} Window
 * @property {number} rps
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of the server's processors for one request
 * @property {import("./driver").BenchAnswer[]} answers
 */

/**
 * @typedef {object} Expected
 * @property {number} connections
 * @property {number} status of every answer
 * @property {string} what is asked, for messages
 * @property {number} [settleMs] until the work is done that a request leaves for after its answer; it counts as its own
 */

/**
 * Measures a stretch of requests. One that is answered otherwise than it should is an error, not a figure.
 *
 * @param {{ url: string, pid: number }} server
 * @param {import("./driver").BenchRequest[]} requests
 * @param {Expected} expected
 * @returns {Promise<Window>}
 */
async function measure(server, requests, expected) {
  const { connections, status, what, settleMs = 0 } = expected
  const worked = workedMs(server.pid)
  const { answers, ms } = await drive(server.url, requests, connections)
  await sleep(settleMs)
  const cpu = (workedMs(server.pid) - worked) / requests.length
  const wrong = answers.find((answer) => answer.status !== status)
  if (wrong) {
    throw new Error(
      `${what} answered ${wrong.status}: ${JSON.stringify(wrong.body)}`
    )
  }
  const times = answers.map((answer) => answer.ms)
  return {
    rps: (requests.length / ms) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu,
    answers,
  }
}

module.exports = { measure }
