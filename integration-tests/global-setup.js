// @ts-check
const path = require("node:path")
const { fingerprint } = require("../scripts/lib/build-if-changed")
const { stopwatch } = require("../scripts/lib/clock")
const { migrateStore } = require("../scripts/lib/medusa-store")
const { buildIfStale } = require("../scripts/lib/plugin-build")
const { installPlugin } = require("../scripts/lib/plugin-package")
const { ensurePostgres } = require("./postgres")

const STORE_DIR = path.join(__dirname, "store")

/** What a migrated database is made of. */
const SCHEMA_SOURCES = [
  "package-lock.json",
  "integration-tests/store/medusa-config.ts",
  "integration-tests/store/admin.ts",
  "integration-tests/store/src/migration-scripts",
  "demo/create-admin.ts",
  ".medusa/server/src/links",
  ".medusa/server/src/modules",
]

/** @typedef {import("../scripts/lib/postgres").Postgres} Postgres */

/** A server, the built plugin in the store, and one migrated database for every spec to copy. */
module.exports = async function globalSetup() {
  const postgres = await ensurePostgres()
  await step("plugin built", buildIfStale)
  await step("plugin installed in the test store", () =>
    installPlugin(STORE_DIR)
  )
  process.env.TEST_TEMPLATE = await step("template database migrated", () =>
    ensureTemplate(postgres)
  )
}

/**
 * Migrates once a server: a long-lived one, named by DATABASE_URL, keeps its templates.
 *
 * @param {Postgres} postgres
 * @returns {Promise<string>} the name of the template database
 */
async function ensureTemplate(postgres) {
  const name = `template_${fingerprint(SCHEMA_SOURCES).slice(0, 16)}`
  const [found] = await postgres.admin(
    `select 1 from pg_database where datname = '${name}'`
  )
  if (!found) {
    const unfinished = `${name}_${process.pid}`
    await postgres.admin(`create database "${unfinished}"`)
    await migrateStore({
      dir: STORE_DIR,
      env: {
        DATABASE_URL: postgres.databaseUrl(unfinished),
        OUTBOX_FILE: "/dev/null",
      },
    })
    await postgres.admin(`alter database "${unfinished}" rename to "${name}"`)
  }
  return name
}

/**
 * @template T
 * @param {string} done
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(done, work) {
  const seconds = stopwatch()
  const result = await work()
  process.stderr.write(`${done} (${seconds()})\n`)
  return result
}
