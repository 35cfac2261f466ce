// @ts-check
const { setTimeout: sleep } = require("node:timers/promises")
const { keepAlive, send } = require("./driver")
const { median } = require("./stats")
const { atMost } = require("./targets")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */
/** @typedef {{ few: Bench, many: Bench }} Pair */

const FEW = 1_000

/** The rows that a store of years has in each table that the plugin's requests read or write: those after $1, up to $2. */
const ROWS = {
  customer: `(id, email, phone, has_account, email_verified, phone_verified, created_at)
   select 'cus_grown_' || nr, 'grown.' || nr || '@example.com', '+49151' || (10000000 + nr), true, nr % 3 > 0, nr % 2 > 0,
     now() - nr * interval '1 second'`,
  auth_identity: `(id, app_metadata)
   select 'authid_grown_' || nr, jsonb_build_object('customer_id', 'cus_grown_' || nr)`,
  provider_identity: `(id, entity_id, provider, auth_identity_id)
   select 'provid_grown_' || nr, 'grown.' || nr || '@example.com', 'emailpass', 'authid_grown_' || nr`,
  otp_verification: `(id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
   select 'otpver_grown_' || nr, 'cus_grown_' || nr, 'phone_verification', 'sms', md5(nr::text), md5(nr::text), 5,
     now() + interval '1 day'`,
  otp_limit: `(key, max, period, hits, expires_at)
   select md5(nr::text) || md5(nr::text), 5, '1 hour', array[now()], now() + interval '1 day'`,
  contact_reservation: `(key, holder, expires_at)
   select md5(nr::text), 'cus_grown_' || nr, now() + interval '1 day'`,
  customer_session: `(customer_id, valid_from) select 'cus_grown_' || nr, 1700000000`,
  pending_email: `(customer_id, email) select 'cus_grown_' || nr, 'pending.' || nr || '@example.com'`,
  contact_change_undo: `(id, customer_id, contact, sealed, expires_at)
   select md5(nr::text), 'cus_grown_' || nr, 'email', md5(nr::text), now() + interval '1 day'`,
  account_deletion_request: `(id, customer_id, status, created_at, scheduled_at)
   select 'accdel_grown_' || nr, 'cus_grown_' || nr,
     case when nr % 500 = 0 then 'pending' when nr % 2 = 0 then 'completed' else 'cancelled' end,
     now() - nr * interval '1 second', now() - nr * interval '1 second'`,
  notification: `(id, "to", channel, template, status, receiver_id)
   select 'noti_grown_' || nr, '+49151' || (10000000 + nr), 'sms', 'customer-registration/phone_verification', 'success',
     'cus_grown_' || nr`,
}

/**
 * @param {import("../cases/types").Server} server
 * @param {number} from
 * @param {number} to
 */
async function grow({ db }, from, to) {
  for (const [table, row] of Object.entries(ROWS)) {
    await db.query(
      `insert into ${table} ${row} from generate_series($1::int + 1, $2::int) as nr`,
      [from, to]
    )
  }
  await db.query("vacuum analyze")
}

/**
 * Takes away what the requests before have left: it would be many beside a thousand.
 *
 * @param {import("../cases/types").Server} server
 */
async function startOver(server) {
  await server.db.query(`truncate ${Object.keys(ROWS).join(", ")} cascade`)
  await grow(server, 0, FEW)
}

/**
 * How much longer requests take in a store with many rows than in one with few.
 *
 * @param {Pair} pair
 * @param {Case[]} cases
 * @param {{ rows: number[], rounds: number, quick: boolean, progress: (text: string) => void }} options `rows` ascending
 * @param {(targets: import("./targets").Target[]) => void} report is called for each number of rows
 */
async function measureGrowth(pair, cases, options, report) {
  const { rows, rounds, quick, progress } = options
  const count = quick ? 30 : 60
  let grown = 0
  for (const aim of rows) {
    progress(`growing to ${aim} rows`)
    await grow(pair.many.plugin, grown, aim)
    grown = aim
    const targets = []
    for (const one of cases) {
      progress(`${one.name}: ${FEW} rows and ${aim}`)
      await startOver(pair.few.plugin)
      // V8 compiles what is hot.
      await compare(pair, one, count)
      const seen = []
      for (let round = 0; round < rounds; round++) {
        seen.push(await compare(pair, one, count))
      }
      const what = `${one.name}, p50 at ${aim} rows ÷ at ${FEW}`
      targets.push(atMost(what, seen, 1.1))
    }
    report(targets)
  }
}

/**
 * The same requests to both stores, in turn and one at a time: the machine's drift is the same for both.
 *
 * @param {Pair} pair
 * @param {Case} one
 * @param {number} requests
 * @returns {Promise<number>} p50 in the store with many rows, as a multiple of that in the one with few
 */
async function compare({ few, many }, one, requests) {
  const count = Math.ceil(requests * Math.min(one.share ?? 1, 1))
  const fewRows = await side(few, one, count)
  const manyRows = await side(many, one, count)
  for (let nr = 0; nr < count; nr++) {
    const [first, second] = nr % 2 ? [manyRows, fewRows] : [fewRows, manyRows]
    await first.ask(nr)
    await second.ask(nr)
  }
  await sleep(one.settleMs)
  return median(manyRows.times) / median(fewRows.times)
}

/**
 * One of the two stores, with requests for it.
 *
 * @param {Bench} bench
 * @param {Case} one
 * @param {number} count
 */
async function side(bench, one, count) {
  const requests = await one.prepare(bench, count)
  const connection = keepAlive()
  /** @type {number[]} */
  const times = []
  const ask = async (/** @type {number} */ nr) => {
    const answer = await send(connection, bench.plugin.url, requests[nr])
    if (answer.status !== (one.status ?? 200)) {
      throw new Error(
        `${one.name} answered ${answer.status}: ${JSON.stringify(answer.body)}`
      )
    }
    times.push(answer.ms)
  }
  return { ask, times }
}

module.exports = { measureGrowth }
