// @ts-check
const { get } = require("../cases/requests")
const { countStatements } = require("./statements")
const { drive } = require("./driver")
const { measure } = require("./window")

const COUNTED = 10

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */

/**
 * @typedef {object} Sample one window of a case, between two of the floor
 * @property {number} rps
 * @property {number} ratio to the empty store route next to it
 * @property {number} p50 milliseconds
 * @property {number} p50Ratio to that of the empty store route next to it
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of the server's processors for one request
 * @property {number} cpuAbove the same, above the floor
 */

/**
 * The same requests as a case would measure, to warm up and to count statements.
 *
 * @param {Bench} bench
 * @param {Case} one
 * @param {number} warmUp requests before the first that counts
 * @returns {Promise<import("./statements").Statements>}
 */
async function getReady(bench, one, warmUp) {
  const server = bench[one.where]
  const warm = await one.prepare(bench, Math.ceil(warmUp * (one.share ?? 1)))
  await drive(server.url, warm, 4)
  const requests = await one.prepare(bench, COUNTED)
  return countStatements(server.db, COUNTED, () =>
    measure(server, requests, expectation(one, 1))
  )
}

/**
 * One window of a case, with a window of the empty store route right before it and right after: the machine drifts.
 *
 * @param {Bench} bench
 * @param {Case} one
 * @param {{ size: number, connections: number }} window
 * @returns {Promise<Sample>}
 */
async function sample(bench, one, { size, connections }) {
  const count = Math.max(
    connections * 2,
    Math.round((one.share ?? 1) * (connections === 1 ? size / 4 : size))
  )
  const requests = await one.prepare(bench, count)
  const floor = () =>
    measure(
      bench.plugin,
      Array.from({ length: Math.max(32, size / 2) }, () =>
        get(bench.plugin, "/store/empty")
      ),
      { connections, status: 200, what: "the empty route" }
    )
  const before = await floor()
  const window = await measure(
    bench[one.where],
    requests,
    expectation(one, connections)
  )
  const after = await floor()
  const mean = (/** @type {"rps" | "p50" | "cpu"} */ figure) =>
    (before[figure] + after[figure]) / 2
  const { rps, p50, p99, cpu } = window
  return {
    rps,
    ratio: rps / mean("rps"),
    p50,
    p50Ratio: p50 / mean("p50"),
    p99,
    cpu,
    cpuAbove: cpu - mean("cpu"),
  }
}

/**
 * @param {Case} one
 * @param {number} connections
 */
function expectation({ name, status = 200 }, connections) {
  return { connections, status, what: name }
}

module.exports = { getReady, sample }
