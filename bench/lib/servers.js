// @ts-check
const { spawn } = require("node:child_process")
const { randomBytes } = require("node:crypto")
const { once } = require("node:events")
const fs = require("node:fs")
const path = require("node:path")
const { Pool } = require("pg")
const { sleep } = require("../../scripts/lib/clock")
const { freePort } = require("../../scripts/lib/free-port")
const { migrateStore, startStore } = require("../../scripts/lib/medusa-store")
const { startEmbedded } = require("../../scripts/lib/postgres")

const STORE_DIR = path.join(__dirname, "../store")
const BETTER_AUTH = path.join(__dirname, "../better-auth/server.mjs")

/** Of every server of this run. */
const SECRET = randomBytes(32).toString("hex")

/** Real commits: what is measured includes writing them to the disk. */
const POSTGRES_FLAGS = [
  "max_connections=200",
  "shared_buffers=512MB",
  "max_wal_size=4GB",
  "shared_preload_libraries=pg_stat_statements",
  "pg_stat_statements.track=all",
].flatMap((setting) => ["-c", setting])

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {Pool} db
 * @property {Record<string, string>} key header of the publishable key; none where there is no such thing
 * @property {string} secret
 * @property {() => Promise<void>} stop
 */

/** @typedef {{ env: Record<string, string>, db: Pool }} Prepared a store whose database is ready */

/** @typedef {import("../../scripts/lib/postgres").Postgres} Postgres */

/** @typedef {(close: () => Promise<void>) => void} OnClose */

/**
 * @param {OnClose} onClose
 * @returns {Promise<Postgres>}
 */
async function startDatabases(onClose) {
  const postgres = await startEmbedded({ flags: POSTGRES_FLAGS })
  onClose(async () => {
    // Connections that were just ended are still on their way.
    await sleep(500)
    await postgres.stop()
  })
  return postgres
}

/**
 * @param {Postgres} postgres
 * @param {string} name
 * @param {OnClose} onClose
 * @returns {Promise<Pool>} of a database that is there
 */
async function connect(postgres, name, onClose) {
  const db = new Pool({ connectionString: postgres.databaseUrl(name) })
  onClose(() => db.end())
  await db.query("create extension pg_stat_statements")
  return db
}

/**
 * The databases of stores, each by its name. What a migration takes long for it does once: the others are copies.
 *
 * @param {Postgres} postgres
 * @param {{ alone: boolean, copies: string[], caching: boolean }} wanted `alone`: a store without the plugin too;
 * `copies`: names of more stores with it
 * @param {OnClose} onClose
 * @returns {Promise<Record<string, Prepared>>} `with_plugin`, `without_plugin` and the copies
 */
async function prepareStores(postgres, { alone, copies, caching }, onClose) {
  const copy = (/** @type {string} */ from, /** @type {string} */ to) =>
    postgres.admin(`create database "${to}" template "${from}"`)
  const envOf = (/** @type {string} */ name) =>
    storeEnv(postgres.databaseUrl(name), name !== "without_plugin", caching)
  const migrate = (/** @type {string} */ name) =>
    migrateStore({ dir: STORE_DIR, env: envOf(name) })
  if (alone) {
    await postgres.admin(`create database without_plugin`)
    await migrate("without_plugin")
    await copy("without_plugin", "with_plugin")
  } else {
    await postgres.admin(`create database with_plugin`)
  }
  await migrate("with_plugin")
  for (const name of copies) {
    await copy("with_plugin", name)
  }
  const names = ["with_plugin", ...(alone ? ["without_plugin"] : []), ...copies]
  const prepared = await Promise.all(
    names.map(async (name) => [
      name,
      { env: envOf(name), db: await connect(postgres, name, onClose) },
    ])
  )
  return Object.fromEntries(prepared)
}

/**
 * @param {string} databaseUrl
 * @param {boolean} withPlugin
 * @param {boolean} caching
 * @returns {Record<string, string>}
 */
function storeEnv(databaseUrl, withPlugin, caching) {
  return {
    NODE_ENV: "production",
    LOG_LEVEL: "error",
    WITH_PLUGIN: withPlugin ? "1" : "0",
    CACHING: caching ? "1" : "0",
    POOL_MIN: "16",
    POOL_MAX: "32",
    DATABASE_URL: databaseUrl,
    JWT_SECRET: SECRET,
    COOKIE_SECRET: SECRET,
  }
}

/**
 * @param {Prepared} prepared
 * @param {string} logFile
 * @param {Record<string, string>} [changes] to its environment
 * @returns {Promise<Server & { bootMs: number }>}
 */
async function openStore({ env, db }, logFile, changes = {}) {
  const start = performance.now()
  const { url, pid, stop } = await startStore({
    dir: STORE_DIR,
    env: { ...env, ...changes },
    logFile,
  })
  const bootMs = performance.now() - start
  const { rows } = await db.query(
    "select token from api_key where type = 'publishable'"
  )
  const key = { "x-publishable-api-key": String(rows[0]?.token) }
  return { url, pid, db, key, secret: SECRET, stop, bootMs }
}

/**
 * @param {Postgres} postgres
 * @param {string} logFile
 * @param {OnClose} onClose
 * @returns {Promise<Server>}
 */
async function openBetterAuth(postgres, logFile, onClose) {
  await postgres.admin("create database better_auth")
  const db = await connect(postgres, "better_auth", onClose)
  const port = await freePort()
  const log = fs.openSync(logFile, "a")
  const child = spawn(process.execPath, [BETTER_AUTH], {
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: postgres.databaseUrl("better_auth"),
      JWT_SECRET: SECRET,
    },
  })
  const stop = async () => {
    child.kill()
    await once(child, "exit")
  }
  onClose(stop)
  const url = `http://localhost:${port}`
  while (!(await fetch(`${url}/health`).catch(() => undefined))) {
    if (child.exitCode !== null) {
      throw new Error(
        `better-auth did not start:\n${fs.readFileSync(logFile, "utf8")}`
      )
    }
    await sleep(100)
  }
  return { url, pid: child.pid ?? 0, db, key: {}, secret: SECRET, stop }
}

module.exports = {
  openBetterAuth,
  openStore,
  prepareStores,
  startDatabases,
  STORE_DIR,
}
