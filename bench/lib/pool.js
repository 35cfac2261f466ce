// @ts-check
const { get } = require("../cases/requests")
const { drive } = require("./driver")
const { setProvider } = require("./rounds")
const { median } = require("./stats")
const { atMost } = require("./targets")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */
/** @typedef {import("../cases/types").Server} Server */

const SENDS = 100
const PROVIDER_MS = 3_000

/** What is looked at is the time in which nearly all sends are with the provider, and have nothing else to do. */
const NEARLY = 0.9

/**
 * @typedef {object} Look
 * @property {number} waiting messages that are with the provider
 * @property {number} used connections of the store's pool
 * @property {number} busy connections to its database that are not idle, by PostgreSQL's account
 * @property {number} emptyMs of a request to the empty route, right after
 */

/**
 * What a hundred sends to a slow provider do to a store whose pool has ten connections.
 *
 * @param {Bench} bench
 * @param {Case} send
 */
async function measurePool(bench, send) {
  const { plugin } = bench
  await drive(plugin.url, await send.prepare(bench, SENDS), 4)
  const requests = await send.prepare(bench, SENDS)
  const before = await look(plugin, { times: 40 })
  await setProvider(plugin, PROVIDER_MS)
  const sends = { under_way: true }
  const sending = drive(plugin.url, requests, SENDS).finally(() => {
    sends.under_way = false
  })
  const meanwhile = await look(plugin, { while: () => sends.under_way })
  await setProvider(plugin, 0)
  return report(before, meanwhile, await sending)
}

/**
 * Looks at a store again and again, one request at a time.
 *
 * @param {Server} server
 * @param {{ times?: number, while?: () => boolean }} until
 * @returns {Promise<Look[]>}
 */
async function look(server, { times = Infinity, while: goesOn = () => true }) {
  const ask = async (/** @type {string} */ path) =>
    (await drive(server.url, [get(server, path)], 1)).answers[0]
  /** @type {Look[]} */
  const looks = []
  while (looks.length < times && goesOn()) {
    const { body } = await ask("/bench/provider")
    const { rows } = await server.db.query(
      `select count(*)::int as busy from pg_stat_activity
       where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`
    )
    const { ms: emptyMs } = await ask("/store/empty")
    looks.push({ ...body, busy: rows[0].busy, emptyMs })
  }
  return looks
}

/**
 * @param {Look[]} before
 * @param {Look[]} meanwhile
 * @param {Awaited<ReturnType<typeof drive>>} sent
 */
function report(before, meanwhile, { answers, ms }) {
  const most = Math.max(...meanwhile.map(({ waiting }) => waiting))
  const waits = meanwhile.filter(({ waiting }) => waiting >= most * NEARLY)
  const middle = (
    /** @type {Look[]} */ looks,
    /** @type {"used" | "busy" | "emptyMs"} */ figure
  ) => median(looks.map((one) => one[figure]))
  const delivered = answers.filter(({ status }) => status === 200).length
  const what = `while ${SENDS} sends wait ${PROVIDER_MS / 1000} s for the provider, pool of 10`
  return {
    targets: [
      atMost(
        `empty route, p50 ${what} ÷ otherwise`,
        [middle(waits, "emptyMs") / middle(before, "emptyMs")],
        1.5
      ),
      atMost(
        `connections held ${what}`,
        [Math.max(middle(waits, "used"), middle(waits, "busy"))],
        0
      ),
    ],
    note:
      `${SENDS} sends at once to a provider of ${PROVIDER_MS / 1000} s: ${delivered} delivered in ${(ms / 1000).toFixed(1)} s, ` +
      `at most ${most} with the provider at a time, ${waits.length} looks meanwhile; at any time at most ` +
      `${Math.max(...meanwhile.map(({ used }) => used))} connections of the pool in use`,
  }
}

module.exports = { measurePool }
