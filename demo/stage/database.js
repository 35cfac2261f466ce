// @ts-check
const { randomBytes } = require("node:crypto")
const { startPostgres, THROWAWAY_FLAGS } = require("../../scripts/lib/postgres")

/**
 * A database of the demo's own, on a server of its own or on the one that `DATABASE_URL` names.
 *
 * @param {import("./cleanup").Cleanup} cleanup
 * @param {AbortSignal} signal
 * @returns {Promise<string>} its URL
 */
async function createDatabase(cleanup, signal) {
  const postgres = await startPostgres({ flags: THROWAWAY_FLAGS, signal })
  cleanup.add(postgres.stop)
  const name = `customer_registration_demo_${randomBytes(4).toString("hex")}`
  await postgres.admin(`create database "${name}"`)
  cleanup.add(async () => {
    await postgres.admin(`drop database "${name}" with (force)`)
  })
  return postgres.databaseUrl(name)
}

module.exports = { createDatabase }
