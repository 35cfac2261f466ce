// @ts-check
const { spawn } = require("node:child_process")
const { once } = require("node:events")
const fs = require("node:fs")
const { sleep } = require("./clock")
const { freePort } = require("./free-port")
const { medusaCli } = require("./medusa-cli")

const HOST = "localhost"
const BOOT_TIMEOUT_MS = 120_000
const SHUTDOWN_TIMEOUT_MS = 5_000

/** @typedef {Record<string, string | undefined>} Env */

/**
 * @typedef {object} RunningStore
 * @property {string} url
 * @property {number} pid
 * @property {() => Promise<void>} stop
 * @property {Promise<void>} ended resolves when the process is gone, whoever ended it
 */

/**
 * @typedef {object} CommandOptions
 * @property {string} dir the store's root
 * @property {Env} [env]
 * @property {(chunk: string) => void} [log]
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * `medusa db:migrate`, as the owner of a store runs it.
 *
 * @param {CommandOptions} options
 */
function migrateStore(options) {
  return runMedusa(["db:migrate"], options)
}

/**
 * Any command of the Medusa CLI that ends by itself.
 *
 * @param {string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<string>} what it printed
 */
async function runMedusa(args, { dir, env = {}, log, signal }) {
  signal?.throwIfAborted()
  const child = spawnMedusa(args, { dir, env, output: "pipe" })
  const release = endOnAbort(child, signal)
  let printed = ""
  const collect = (/** @type {Buffer} */ chunk) => {
    printed += chunk.toString()
    log?.(chunk.toString())
  }
  child.stdout?.on("data", collect)
  child.stderr?.on("data", collect)
  const [code, killedBy] = await once(child, "close")
  release()
  signal?.throwIfAborted()
  if (code !== 0) {
    throw new Error(
      `medusa ${args[0]} ended with ${code ?? killedBy}:\n${tail(printed)}`
    )
  }
  return printed
}

/**
 * `medusa start`, ready to answer when the promise resolves.
 *
 * @param {object} options
 * @param {string} options.dir the store's root
 * @param {number} [options.port]
 * @param {Env} [options.env]
 * @param {string} options.logFile
 * @param {AbortSignal} [options.signal] ends a boot, but not the store that is up
 * @returns {Promise<RunningStore>}
 */
async function startStore({ dir, port, env = {}, logFile, signal }) {
  signal?.throwIfAborted()
  const usedPort = port ?? (await freePort())
  const url = `http://${HOST}:${usedPort}`
  const output = fs.openSync(logFile, "a")
  const child = spawnMedusa(
    ["start", "--host", HOST, "--port", String(usedPort)],
    {
      dir,
      env,
      output,
    }
  )
  fs.closeSync(output)
  const ended = once(child, "exit").then(() => undefined)
  const stop = () => stopProcess(child)
  const release = endOnAbort(child, signal)
  try {
    await untilHealthy(url, child)
  } catch (cause) {
    await stop()
    signal?.throwIfAborted()
    throw new Error(
      `The store did not start:\n${tail(fs.readFileSync(logFile, "utf8"))}`,
      {
        cause,
      }
    )
  } finally {
    release()
  }
  return { url, pid: child.pid ?? 0, stop, ended }
}

/**
 * @param {string[]} args
 * @param {{ dir: string, env: Env, output: "pipe" | number }} options
 */
function spawnMedusa(args, { dir, env, output }) {
  // The runner's own flags and worker id are none of the store's business.
  const {
    NODE_OPTIONS: _flags,
    JEST_WORKER_ID: _worker,
    ...inherited
  } = process.env
  return spawn(
    process.execPath,
    [
      "--require",
      require.resolve("./end-with-parent"),
      medusaCli(dir),
      ...args,
    ],
    {
      cwd: dir,
      stdio: ["ignore", output, output, "ipc"],
      env: {
        NODE_ENV: "test",
        ...inherited,
        MEDUSA_DISABLE_TELEMETRY: "1",
        ...env,
      },
    }
  )
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {AbortSignal} [signal]
 * @returns {() => void} takes the listener away
 */
function endOnAbort(child, signal) {
  const end = () => void child.kill()
  signal?.addEventListener("abort", end)
  return () => signal?.removeEventListener("abort", end)
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<void>}
 */
async function untilHealthy(url, child) {
  const deadline = Date.now() + BOOT_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (hasEnded(child)) {
      throw new Error(`It ended with ${child.exitCode ?? child.signalCode}`)
    }
    const healthy = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false
    )
    if (healthy) {
      return
    }
    await sleep(100)
  }
  throw new Error(`No answer in ${BOOT_TIMEOUT_MS / 1000} s`)
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<void>}
 */
async function stopProcess(child) {
  if (hasEnded(child)) {
    return
  }
  const ended = once(child, "exit")
  child.kill("SIGTERM")
  const impatience = setTimeout(
    () => child.kill("SIGKILL"),
    SHUTDOWN_TIMEOUT_MS
  )
  await ended
  clearTimeout(impatience)
}

/** @param {import("node:child_process").ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null
}

/** @param {string} text */
function tail(text) {
  return text.split("\n").slice(-40).join("\n")
}

module.exports = { migrateStore, runMedusa, startStore }
