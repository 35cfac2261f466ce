// @ts-check
const { fork } = require("node:child_process")
const { once } = require("node:events")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { ensureRedis } = require("../ensure-redis")
const { freePort } = require("./free-port")

/**
 * @typedef {object} Redis
 * @property {string} url
 * @property {() => Promise<void>} kill `kill -9`: every connection ends and nobody listens any more
 * @property {() => Promise<void>} restart on the same port, with what it had
 * @property {() => Promise<void>} stop and leave nothing behind
 */

/**
 * A Redis server of its own. As queues need it, it keeps what it has over a crash, in a directory that goes with it.
 *
 * @returns {Promise<Redis>}
 */
async function startRedis() {
  const program = await ensureRedis()
  const port = await freePort()
  const dir = fs.mkdtempSync(
    path.join(os.tmpdir(), "customer-registration-redis-")
  )
  const start = () =>
    startProcess(program, [
      ...["--port", String(port), "--bind", "127.0.0.1", "--dir", dir],
      ...["--save", "", "--appendonly", "yes"],
    ])
  let server = await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => endProcess(server),
    restart: async () => {
      server = await start()
    },
    stop: async () => {
      await endProcess(server)
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/**
 * @param {string} program
 * @param {string[]} flags
 * @returns {Promise<ChildProcess>} once it accepts connections
 */
async function startProcess(program, flags) {
  const child = fork(require.resolve("./redis-process"), [program, ...flags], {
    silent: true,
    execArgv: [],
    // Ctrl-C reaches a whole process group: the server has to outlive those who use it.
    detached: true,
  })
  let said = ""
  child.stderr?.on("data", (/** @type {Buffer} */ chunk) => {
    said += chunk.toString()
  })
  const ready = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => undefined),
  ])
  if (!ready) {
    throw new Error(`Redis did not start:\n${said}`)
  }
  return child
}

/** @param {ChildProcess} child */
async function endProcess(child) {
  if (child.connected) {
    const ended = once(child, "exit")
    child.disconnect()
    await ended
  }
}

module.exports = { startRedis }
