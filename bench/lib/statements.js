// @ts-check

const OURS =
  /otp_verification|otp_limit|contact_reservation|account_deletion_request|customer_registration|customer_session|pending_email|contact_change_undo|"(email|phone)_verified"/i
const TRANSACTION =
  /^(begin|commit|rollback|savepoint|release|set transaction)/i

/**
 * @typedef {object} Statements
 * @property {number} ours of the plugin's own tables and columns
 * @property {number} others
 * @property {number} transaction begin, commit and the like
 */

/**
 * Counts the statements of some requests, made one after the other. Whole numbers: a job of the server that comes in
 * between makes a fraction.
 *
 * @param {import("pg").Pool} db of the server that is asked
 * @param {number} requests
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Statements>} for one request
 */
async function countStatements(db, requests, act) {
  await db.query("select pg_stat_statements_reset()")
  await act()
  const { rows } = await db.query(
    `select query, calls::int from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and query not like '%pg_stat_statements%'`
  )
  const sum = (/** @type {(query: string) => boolean} */ counts) =>
    Math.round(
      rows
        .filter(({ query }) => counts(query))
        .reduce((all, { calls }) => all + calls, 0) / requests
    )
  const isTransaction = (/** @type {string} */ query) => TRANSACTION.test(query)
  const isOurs = (/** @type {string} */ query) => OURS.test(query)
  return {
    ours: sum((query) => isOurs(query)),
    others: sum((query) => !isOurs(query) && !isTransaction(query)),
    transaction: sum(isTransaction),
  }
}

module.exports = { countStatements }
