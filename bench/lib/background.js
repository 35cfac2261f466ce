// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const { drive } = require("./driver")
const { newPeople } = require("./people")
const { median, quantile } = require("./stats")
const { atMost, AT_ONCE } = require("./targets")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */

const DELETIONS = 30

/** How long the server's own job may take for what it had claimed when the benchmark's answered. */
const PATIENCE_MS = 60_000

/**
 * @typedef {object} BackgroundJob
 * @property {() => Promise<void>} give gives it its work
 * @property {string} path the store's route that does what the job does
 * @property {string} what
 * @property {string} left counts what it has yet to do
 */

/**
 * What the deletion of a million codes does to the sends beside it.
 *
 * @param {Bench} bench
 * @param {Case} send
 * @param {{ rows: number[], size: number }} options
 */
async function measurePurge(bench, send, { rows: aims, size }) {
  const rows = Math.max(...aims)
  const { db } = bench.plugin
  const give = async () => {
    await db.query(
      `insert into otp_verification (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
       select 'otpver_due_' || nr, 'due_' || nr, 'phone_verification', 'sms', '', '', 5, now() - interval '2 days'
       from generate_series(1, $1::int) as nr`,
      [rows]
    )
    await db.query("vacuum analyze otp_verification")
  }
  return measureBeside(bench, send, size, {
    give,
    path: "/bench/purge",
    what: `${rows} codes are purged`,
    left: "select count(*)::int as left from otp_verification where id like 'otpver_due_%'",
  })
}

/**
 * What the erasure of many customers at once does to the sends beside it.
 *
 * @param {Bench} bench
 * @param {Case} send
 * @param {{ size: number }} options
 */
async function measureExecutor(bench, send, { size }) {
  const leaving = await newPeople(bench.plugin, DELETIONS, { verified: true })
  const give = async () => {
    await bench.plugin.db.query(
      `insert into account_deletion_request
         (id, customer_id, status, confirmed_at, scheduled_at, next_attempt_at)
       select 'accdel_due_' || customer_id, customer_id, 'confirmed', now() - interval '1 day',
         now() - interval '1 minute', now() - interval '1 minute'
       from unnest($1::text[]) as customer_id`,
      [leaving.map(({ customer_id }) => customer_id)]
    )
  }
  return measureBeside(bench, send, size, {
    give,
    path: "/bench/execute",
    what: `${DELETIONS} customers are erased`,
    left: `select count(*)::int as left from account_deletion_request
      where id like 'accdel_due_%' and status <> 'completed'`,
  })
}

/**
 * @param {Bench} bench
 * @param {Case} send
 * @param {number} size
 * @param {BackgroundJob} job
 * @returns {Promise<{ target: import("./targets").Target, note: string }>}
 */
async function measureBeside(bench, send, size, { give, path, what, left }) {
  const { plugin } = bench
  const p99 = async () => {
    const requests = await send.prepare(bench, size)
    const { answers } = await drive(plugin.url, requests, AT_ONCE)
    return quantile(
      answers.map(({ ms }) => ms),
      0.99
    )
  }
  // The server's own job may take a part of it.
  const runJob = async () => {
    const answer = await fetch(`${plugin.url}${path}`, { method: "POST" })
    if (!answer.ok) {
      throw new Error(`${path} answered ${answer.status}`)
    }
    const deadline = performance.now() + PATIENCE_MS
    while ((await plugin.db.query(left)).rows[0].left > 0) {
      if (performance.now() > deadline) {
        throw new Error(`${path} answered, but work is left`)
      }
      await sleep(250)
    }
  }
  const alone = median([await p99(), await p99(), await p99()])
  await give()
  const start = performance.now()
  let seconds = 0
  const job = runJob().finally(() => {
    seconds = (performance.now() - start) / 1000
  })
  /** @type {number[]} */
  const beside = []
  while (!seconds) {
    beside.push(await p99())
  }
  await job
  return {
    target: atMost(
      `otp/send, p99 while ${what} ÷ otherwise`,
      [median(beside) / alone],
      2
    ),
    note: `${what} in ${seconds.toFixed(0)} s, beside ${beside.length * size} sends`,
  }
}

module.exports = { measureExecutor, measurePurge }
