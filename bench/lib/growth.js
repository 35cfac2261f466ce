// @ts-check
const { atMost, AT_ONCE } = require("./targets")
const { expectation, getReady, requestsOf } = require("./rounds")
const { measure } = require("./window")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */
/** @typedef {import("./targets").Target} Target */

/** Rows that a store of years has, in every table that the plugin's requests read. */
const GROW = [
  `insert into customer (id, email, phone, has_account, email_verified, phone_verified)
   select 'cus_grown_' || nr, 'grown.' || nr || '@example.com', '+49151' || (10000000 + nr), true, nr % 3 > 0, nr % 2 > 0
   from generate_series(1, $1::int) as nr`,
  `insert into auth_identity (id, app_metadata)
   select 'authid_grown_' || nr, jsonb_build_object('customer_id', 'cus_grown_' || nr) from generate_series(1, $1::int) as nr`,
  `insert into provider_identity (id, entity_id, provider, auth_identity_id)
   select 'provid_grown_' || nr, 'grown.' || nr || '@example.com', 'emailpass', 'authid_grown_' || nr
   from generate_series(1, $1::int) as nr`,
  `insert into otp_verification (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
   select 'otpver_grown_' || nr, 'cus_grown_' || nr, 'phone_verification', 'sms', md5(nr::text), md5(nr::text), 5, now() + interval '1 day'
   from generate_series(1, $1::int) as nr`,
  `insert into otp_limit (key, max, period, hits, expires_at)
   select md5(nr::text) || md5(nr::text), 5, '1 hour', array[now()], now() + interval '1 day' from generate_series(1, $1::int) as nr`,
  `insert into account_deletion_request (id, customer_id, status, created_at, scheduled_at)
   select 'accdel_grown_' || nr, 'cus_grown_' || nr, (array['completed', 'cancelled'])[1 + nr % 2], now() - nr * interval '1 second',
     now() - nr * interval '1 second' from generate_series(1, $1::int) as nr`,
]

const FEW = 1_000

/**
 * @param {Bench} bench
 * @param {number} rows
 */
async function grow({ plugin: { db } }, rows) {
  for (const statement of GROW) {
    await db.query(statement, [rows])
  }
  await db.query("vacuum analyze")
}

/**
 * How much longer the requests of each case take in a store with so many rows than in one with few: windows of both lie
 * next to each other, and change places with every round.
 *
 * @param {{ small: Bench, large: Bench }} stores
 * @param {Case[]} cases
 * @param {{ rows: number, rounds: number, size: number, warmUp: number, progress: (text: string) => void }} options
 * @returns {Promise<Target[]>}
 */
async function measureGrowth(stores, cases, options) {
  const { rows, rounds, size, warmUp, progress } = options
  progress(`growing to ${rows} rows`)
  await grow(stores.small, FEW)
  await grow(stores.large, rows)
  const ours = cases.filter(({ where }) => where === "plugin")
  for (const one of ours) {
    progress(`warming up ${one.name}`)
    await getReady(stores.large, one, warmUp)
  }
  /** @type {Map<string, number[]>} */
  const quotients = new Map(ours.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const one of ours) {
      progress(`round ${round} of ${rounds}: ${one.name}, few rows and many`)
      quotients.get(one.name)?.push(await compare(stores, one, size, round))
    }
  }
  return [...quotients].map(([name, seen]) =>
    atMost(`${name}, p50 at ${rows} rows ÷ at ${FEW}`, seen, 1.1)
  )
}

/**
 * @param {{ small: Bench, large: Bench }} stores
 * @param {Case} one
 * @param {number} size
 * @param {number} round
 * @returns {Promise<number>} p50 in the large store, as a multiple of that in the small one
 */
async function compare(stores, one, size, round) {
  const p50 = async (/** @type {Bench} */ bench) => {
    const count = requestsOf(one, { size, connections: AT_ONCE })
    const requests = await one.prepare(bench, count)
    const expected = expectation(one, AT_ONCE)
    return (await measure(bench.plugin, requests, expected)).p50
  }
  if (round % 2) {
    const small = await p50(stores.small)
    return (await p50(stores.large)) / small
  }
  const large = await p50(stores.large)
  return large / (await p50(stores.small))
}

module.exports = { measureGrowth }
