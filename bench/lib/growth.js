// @ts-check
const { atMost, AT_ONCE } = require("./targets")
const { sample } = require("./rounds")
const { median } = require("./stats")

/** @typedef {import("../cases/types").Bench} Bench */
/** @typedef {import("../cases/types").Case} Case */
/** @typedef {import("./report").Target} Target */

/** Rows that a store of years has, in every table that the plugin's requests read. */
const GROW = [
  `insert into customer (id, email, phone, has_account, email_verified, phone_verified)
   select 'cus_grown_' || nr, 'grown.' || nr || '@example.com', '+49151' || (10000000 + nr), true, nr % 3 > 0, nr % 2 > 0
   from generate_series($1::int, $2::int) as nr`,
  `insert into auth_identity (id, app_metadata)
   select 'authid_grown_' || nr, jsonb_build_object('customer_id', 'cus_grown_' || nr) from generate_series($1::int, $2::int) as nr`,
  `insert into provider_identity (id, entity_id, provider, auth_identity_id)
   select 'provid_grown_' || nr, 'grown.' || nr || '@example.com', 'emailpass', 'authid_grown_' || nr
   from generate_series($1::int, $2::int) as nr`,
  `insert into otp_verification (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
   select 'otpver_grown_' || nr, 'cus_grown_' || nr, 'phone_verification', 'sms', md5(nr::text), md5(nr::text), 5, now() + interval '1 day'
   from generate_series($1::int, $2::int) as nr`,
  `insert into otp_limit (key, max, period, hits, expires_at)
   select md5(nr::text) || md5(nr::text), 5, '1 hour', array[now()], now() + interval '1 day' from generate_series($1::int, $2::int) as nr`,
  `insert into account_deletion_request (id, customer_id, status, created_at, scheduled_at)
   select 'accdel_grown_' || nr, 'cus_grown_' || nr, (array['completed', 'cancelled'])[1 + nr % 2], now() - nr * interval '1 second',
     now() - nr * interval '1 second' from generate_series($1::int, $2::int) as nr`,
]

/**
 * @param {Bench} bench
 * @param {number} from
 * @param {number} to
 */
async function grow({ plugin: { db } }, from, to) {
  for (const statement of GROW) {
    await db.query(statement, [from + 1, to])
  }
  await db.query("vacuum analyze")
}

/**
 * How much longer the requests of each case take when there are so many rows more: p50 as a multiple of the empty
 * route's next to it, then and before.
 *
 * @param {Bench} bench
 * @param {Case[]} cases
 * @param {{ rows: number, rounds: number, size: number, progress: (text: string) => void }} options
 * @returns {Promise<Target[]>}
 */
async function measureGrowth(bench, cases, { rows, rounds, size, progress }) {
  const ours = cases.filter(({ where }) => where === "plugin")
  const p50s = async () => {
    /** @type {Record<string, number[]>} */
    const seen = {}
    for (let round = 0; round < rounds; round++) {
      for (const one of ours) {
        progress(one.name)
        const { p50Ratio } = await sample(bench, one, {
          size,
          connections: AT_ONCE,
        })
        ;(seen[one.name] ??= []).push(p50Ratio)
      }
    }
    return seen
  }
  await grow(bench, 0, 1_000)
  const small = await p50s()
  progress(`growing to ${rows} rows`)
  await grow(bench, 1_000, rows)
  const large = await p50s()
  return ours.map(({ name }) =>
    atMost(
      `${name}, p50 at ${rows} rows ÷ at 1000`,
      median(large[name]) / median(small[name]),
      1.1
    )
  )
}

module.exports = { measureGrowth }
