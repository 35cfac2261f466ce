// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const { get, post } = require("../cases/requests")
const { countStatements } = require("./statements")
const { drive } = require("./driver")
const { sendAll } = require("./people")
const { measure } = require("./window")

const COUNTED = 10

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */

/**
 * @typedef {object} Sample one window of a case, between two of the floor
 * @property {number} rps
 * @property {number} ratio to the empty store route next to it
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of the server's processors for one request
 * @property {number} cpuAbove the same, above the empty route of its own server: the floor
 * @property {number} cpuMultiple that, as a multiple of what the floor itself takes: the drift of the machine cancels out
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
  await sleep(one.settleMs)
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
  const count = requestsOf(one, { size, connections })
  const requests = await one.prepare(bench, count)
  const asked = Math.max(40, size / 2)
  const floorStore = one.where === "uncached" ? bench.uncached : bench.plugin
  const floor = () => empty(floorStore, "/store/empty", asked, connections)
  const before = await floor()
  const window = await withProvider(bench[one.where], one.providerMs, () =>
    measure(bench[one.where], requests, expectation(one, connections))
  )
  const after = await floor()
  const mean = (/** @type {"rps" | "cpu"} */ figure) =>
    (before[figure] + after[figure]) / 2
  const floorCpu =
    one.where === "betterAuth"
      ? (await empty(bench.betterAuth, "/api/auth/ok", asked, connections)).cpu
      : mean("cpu")
  const { rps, p50, p99, cpu } = window
  return {
    rps,
    ratio: rps / mean("rps"),
    p50,
    p99,
    cpu,
    cpuAbove: cpu - floorCpu,
    cpuMultiple: (cpu - floorCpu) / floorCpu,
  }
}

/**
 * @template Seen
 * @param {import("../cases/types").Server} server
 * @param {number | undefined} providerMs what its notification provider takes for a message meanwhile
 * @param {() => Promise<Seen>} act
 * @returns {Promise<Seen>}
 */
async function withProvider(server, providerMs, act) {
  if (!providerMs) {
    return act()
  }
  await setProvider(server, providerMs)
  const seen = await act()
  await setProvider(server, 0)
  return seen
}

/**
 * @param {import("../cases/types").Server} server
 * @param {number} wait_ms
 */
async function setProvider(server, wait_ms) {
  await sendAll(server, [
    post(server, "/bench/provider", { body: { wait_ms } }),
  ])
}

/**
 * @param {Case} one
 * @param {{ size: number, connections: number }} window
 */
function requestsOf({ share = 1 }, { size, connections }) {
  const count = Math.round(share * (connections === 1 ? size / 4 : size))
  return Math.max(connections, count)
}

/**
 * @param {import("../cases/types").Server} server
 * @param {string} path of a route that does nothing
 * @param {number} count
 * @param {number} connections
 */
function empty(server, path, count, connections) {
  const requests = Array.from({ length: count }, () => get(server, path))
  return measure(server, requests, { connections, status: 200, what: path })
}

/**
 * @param {Case} one
 * @param {number} connections
 * @returns {import("./window").Expected}
 */
function expectation({ name, status = 200, settleMs }, connections) {
  return { connections, status, what: name, settleMs }
}

module.exports = { expectation, getReady, sample, setProvider }
