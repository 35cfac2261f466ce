// @ts-check
const { fork } = require("node:child_process")
const { once } = require("node:events")
const { Client } = require("pg")

/** Speed over durability, for databases nobody will miss after a power cut. */
const THROWAWAY_FLAGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
].flatMap((setting) => ["-c", setting])

/**
 * @typedef {object} PostgresOptions
 * @property {string[]} [flags] arguments for the `postgres` command; none by default
 * @property {(line: string) => void} [log] receives the server's own log
 * @property {AbortSignal} [signal] ends a start, but not the server that is up
 */

/**
 * @typedef {object} Postgres
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {(name: string) => string} databaseUrl
 * @property {(sql: string) => Promise<Record<string, unknown>[]>} admin runs SQL in the maintenance database
 * @property {() => Promise<void>} stop ends the server if it was started here
 */

/** @typedef {Postgres & { interrupt: (meanwhile: () => Promise<void>) => Promise<void> }} OwnPostgres */

/**
 * A PostgreSQL server of its own in a fresh directory, or the one `DATABASE_URL` names.
 *
 * @param {PostgresOptions} [options]
 * @returns {Promise<Postgres>}
 */
async function startPostgres(options = {}) {
  return process.env.DATABASE_URL
    ? connectPostgres(process.env.DATABASE_URL)
    : startEmbedded(options)
}

/**
 * A server somebody else started and will stop.
 *
 * @param {string} url
 * @returns {Postgres}
 */
function connectPostgres(url) {
  return handle(new URL(url), () => Promise.resolve())
}

/**
 * A server of its own, whatever `DATABASE_URL` says. `interrupt` stops it for a while, and starts it on the same port.
 *
 * @param {PostgresOptions} options
 * @returns {Promise<OwnPostgres>}
 */
async function startEmbedded({ flags = [], log, signal }) {
  signal?.throwIfAborted()
  const child = fork(require.resolve("./postgres-process"), flags, {
    silent: true,
    execArgv: [],
    // Ctrl-C reaches a whole process group: the server has to outlive those who use it.
    detached: true,
  })
  const end = () => {
    if (child.connected) {
      child.disconnect()
    }
  }
  signal?.addEventListener("abort", end)
  /** @type {string[]} */
  const lines = []
  child.stderr?.on("data", (/** @type {Buffer} */ chunk) => {
    lines.push(chunk.toString())
    log?.(chunk.toString())
  })
  const ended = once(child, "exit")
  const [port] = await Promise.race([
    once(child, "message"),
    ended.then(() => []),
  ])
  signal?.removeEventListener("abort", end)
  if (signal?.aborted) {
    await ended
    signal.throwIfAborted()
  }
  if (typeof port !== "number") {
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join("")}`)
  }
  const url = new URL(`postgres://postgres:postgres@localhost:${port}/postgres`)
  const stop = async () => {
    end()
    await ended
  }
  const interrupt = async (/** @type {() => Promise<void>} */ meanwhile) => {
    await order(child, "stop")
    try {
      await meanwhile()
    } finally {
      await order(child, "start")
    }
  }
  return { ...handle(url, stop), interrupt }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {"stop" | "start"} what
 */
async function order(child, what) {
  const done = once(child, "message")
  child.send(what)
  await done
}

/**
 * @param {URL} url
 * @param {() => Promise<void>} stop
 * @returns {Postgres}
 */
function handle(url, stop) {
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    databaseUrl: (name) =>
      Object.assign(new URL(url), { pathname: `/${name}` }).href,
    admin: (sql) => runSql(url.href, sql),
    stop,
  }
}

/**
 * @param {string} connectionString
 * @param {string} sql
 * @returns {Promise<Record<string, unknown>[]>}
 */
async function runSql(connectionString, sql) {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

module.exports = {
  startEmbedded,
  startPostgres,
  connectPostgres,
  runSql,
  THROWAWAY_FLAGS,
}
