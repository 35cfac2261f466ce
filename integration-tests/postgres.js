// @ts-check
const { stopwatch } = require("../scripts/lib/clock")
const { startPostgres, THROWAWAY_FLAGS } = require("../scripts/lib/postgres")

/** @typedef {import("../scripts/lib/postgres").Postgres} Postgres */

// Jest loads each set-up file anew, so what they share has to outlive this module.
/** @type {{ testPostgres?: Postgres }} */
const shared = /** @type {object} */ (globalThis)

/** @returns {Promise<Postgres>} the one server of this test run */
async function ensurePostgres() {
  if (!shared.testPostgres) {
    const seconds = stopwatch()
    shared.testPostgres = await startPostgres({ flags: THROWAWAY_FLAGS })
    exportConnection(shared.testPostgres)
    process.stderr.write(`\nPostgreSQL up (${seconds()})\n`)
  }
  return shared.testPostgres
}

/**
 * Workers know the server by these: ours by the first, Medusa's module runner by the others.
 *
 * @param {Postgres} postgres
 */
function exportConnection(postgres) {
  Object.assign(process.env, {
    TEST_POSTGRES_URL: postgres.databaseUrl("postgres"),
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
  })
}

async function stopPostgres() {
  await shared.testPostgres?.stop()
  delete shared.testPostgres
}

module.exports = { ensurePostgres, stopPostgres }
