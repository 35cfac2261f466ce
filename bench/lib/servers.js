// @ts-check
const { spawn } = require("node:child_process")
const { randomBytes } = require("node:crypto")
const { once } = require("node:events")
const fs = require("node:fs")
const path = require("node:path")
const { Pool } = require("pg")
const { sleep } = require("../../scripts/lib/clock")
const { freePort } = require("../../scripts/lib/free-port")
const {
  migrateStore,
  runMedusa,
  startStore,
} = require("../../scripts/lib/medusa-store")
const { startEmbedded } = require("../../scripts/lib/postgres")

const STORE_DIR = path.join(__dirname, "../store")
const BETTER_AUTH = path.join(__dirname, "../better-auth/server.mjs")
const ADMIN = { email: "admin@example.com", password: "bench-admin" }

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

/** @typedef {(close: () => Promise<void>) => void} OnClose */

/**
 * @param {OnClose} onClose
 * @returns {Promise<import("../../scripts/lib/postgres").Postgres>}
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
 * @param {import("../../scripts/lib/postgres").Postgres} postgres
 * @param {string} name
 * @param {OnClose} onClose
 */
async function createDatabase(postgres, name, onClose) {
  await postgres.admin(`create database "${name}"`)
  const url = postgres.databaseUrl(name)
  const db = new Pool({ connectionString: url })
  onClose(() => db.end())
  await db.query("create extension pg_stat_statements")
  return { url, db }
}

/**
 * @param {import("../../scripts/lib/postgres").Postgres} postgres
 * @param {string} name of its database
 * @param {boolean} withPlugin
 * @param {OnClose} onClose
 * @returns {Promise<Prepared>}
 */
async function prepareStore(postgres, name, withPlugin, onClose) {
  const { url, db } = await createDatabase(postgres, name, onClose)
  const env = {
    NODE_ENV: "production",
    LOG_LEVEL: "error",
    WITH_PLUGIN: withPlugin ? "1" : "0",
    DATABASE_URL: url,
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
  await migrateStore({ dir: STORE_DIR, env })
  await runMedusa(["user", "-e", ADMIN.email, "-p", ADMIN.password], {
    dir: STORE_DIR,
    env,
  })
  return { env, db }
}

/**
 * @param {Prepared} prepared
 * @param {string} logFile
 * @returns {Promise<Server & { bootMs: number }>}
 */
async function openStore({ env, db }, logFile) {
  const start = performance.now()
  const { url, pid, stop } = await startStore({
    dir: STORE_DIR,
    env: { ...env, NODE_ENV: "production" },
    logFile,
  })
  const bootMs = performance.now() - start
  const { rows } = await db.query(
    "select token from api_key where type = 'publishable'"
  )
  const key = { "x-publishable-api-key": String(rows[0]?.token) }
  return { url, pid, db, key, secret: env.JWT_SECRET, stop, bootMs }
}

/**
 * @param {import("../../scripts/lib/postgres").Postgres} postgres
 * @param {string} logFile
 * @param {OnClose} onClose
 * @returns {Promise<Server>}
 */
async function openBetterAuth(postgres, logFile, onClose) {
  const { url: databaseUrl, db } = await createDatabase(
    postgres,
    "better_auth",
    onClose
  )
  const port = await freePort()
  const log = fs.openSync(logFile, "a")
  const secret = randomBytes(32).toString("hex")
  const child = spawn(process.execPath, [BETTER_AUTH], {
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      JWT_SECRET: secret,
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
  return { url, pid: child.pid ?? 0, db, key: {}, secret, stop }
}

module.exports = {
  ADMIN,
  openBetterAuth,
  openStore,
  prepareStore,
  startDatabases,
  STORE_DIR,
}
