// @ts-check
const { randomBytes } = require("node:crypto")
const path = require("node:path")
const { buildAdminIfStale } = require("../../scripts/lib/admin-build")
const { migrateStore, startStore } = require("../../scripts/lib/medusa-store")
const { buildIfStale } = require("../../scripts/lib/plugin-build")
const { installPlugin } = require("../../scripts/lib/plugin-package")
const { runSql } = require("../../scripts/lib/postgres")
const { createDatabase } = require("./database")
const { choosePort } = require("./port")
const { createScratch } = require("./scratch")

const SHOP_DIR = path.resolve(__dirname, "..")

/**
 * @typedef {object} Shop
 * @property {string} url
 * @property {string} publishableKey
 * @property {string} dir a folder for files that go when the shop closes
 * @property {string} outbox the file that messages are delivered to
 * @property {string} log the file that the shop logs to
 * @property {Promise<void>} ended resolves when the shop is gone, whoever closed it
 */

/**
 * @typedef {object} Stage
 * @property {import("../tour/storyteller").Storyteller} story
 * @property {import("./cleanup").Cleanup} cleanup
 * @property {AbortSignal} signal
 * @property {boolean} dashboard whether the shop has one
 */

/**
 * From the sources to a running shop, whose end is left to the cleanup.
 *
 * @param {Stage} stage
 * @returns {Promise<Shop>}
 */
async function openShop(stage) {
  // Not to find out about a bad one after a minute of work.
  await choosePort()
  const files = createScratch(stage.cleanup)
  await buildPlugin(stage)
  await installInShop(stage)
  if (stage.dashboard) {
    await buildDashboard(stage)
  }
  const databaseUrl = await startDatabase(stage)
  const env = {
    NODE_ENV: "development",
    DATABASE_URL: databaseUrl,
    OUTBOX_FILE: files.outbox,
    ADMIN: stage.dashboard ? "1" : "0",
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
  await createTables(stage, env)
  const { url, ended } = await startShop(stage, env, files.log)
  const publishableKey = await findPublishableKey(databaseUrl)
  return { ...files, url, publishableKey, ended }
}

/** @param {Stage} stage */
function buildPlugin({ story, signal }) {
  return story.step(
    { doing: "Building the plugin", done: "The plugin is built" },
    () => buildIfStale({ log: () => undefined, signal })
  )
}

/** @param {Stage} stage */
function installInShop({ story, signal }) {
  return story.step(
    {
      doing: "Installing it in the shop",
      done: "It is installed in the shop in demo/, packed as for npm",
    },
    () => installPlugin(SHOP_DIR, signal)
  )
}

/** @param {Stage} stage */
function buildDashboard({ story, signal }) {
  return story.step(
    {
      doing: "Building the dashboard (medusa build)",
      done: "The dashboard is built (medusa build)",
    },
    () => buildAdminIfStale(SHOP_DIR, { log: () => undefined, signal })
  )
}

/** @param {Stage} stage */
function startDatabase({ story, cleanup, signal }) {
  return story.step(
    {
      doing: "Starting PostgreSQL",
      done: process.env.DATABASE_URL
        ? "A database is made on the server of DATABASE_URL"
        : "PostgreSQL runs, a server of the demo's own",
    },
    () => createDatabase(cleanup, signal)
  )
}

/**
 * @param {Stage} stage
 * @param {Record<string, string>} env
 */
function createTables({ story, signal }, env) {
  return story.step(
    {
      doing: "Creating the tables (medusa db:migrate)",
      done: "The tables are made (medusa db:migrate)",
    },
    (detail) =>
      migrateStore({
        dir: SHOP_DIR,
        env,
        log: (chunk) => detail(stageOfMigration(chunk)),
        signal,
      })
  )
}

/**
 * @param {string} chunk of what `medusa db:migrate` prints
 * @returns {string | undefined} what it has begun with, if the chunk says so
 */
function stageOfMigration(chunk) {
  const module = chunk.match(/MODULE: (\w+)/)?.[1]
  if (chunk.includes("Syncing links")) {
    return "links"
  }
  return chunk.includes("sync completed") ? "migration scripts" : module
}

/**
 * @param {Stage} stage
 * @param {Record<string, string>} env
 * @param {string} logFile
 */
async function startShop({ story, cleanup, signal }, env, logFile) {
  const store = await story.step(
    { doing: "Opening the shop (medusa start)", done: "The shop is open" },
    async () =>
      startStore({
        dir: SHOP_DIR,
        port: await choosePort(),
        env,
        logFile,
        signal,
      })
  )
  cleanup.add(store.stop)
  return store
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<string>} the key that Medusa makes at its first start
 */
async function findPublishableKey(databaseUrl) {
  const [key] = await runSql(
    databaseUrl,
    "select token from api_key where type = 'publishable'"
  )
  return String(key?.token)
}

module.exports = { openShop }
