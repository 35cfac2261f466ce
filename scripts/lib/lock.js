// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { sleep } = require("./clock")

const LOCKS = path.resolve(__dirname, "../../.cache")
const ABANDONED_AFTER_MS = 5 * 60_000

/**
 * Does what only one process at a time may do in this repository; the others wait.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {AbortSignal} [signal] ends the waiting
 * @returns {Promise<T>}
 */
async function withLock(name, work, signal) {
  const file = path.join(LOCKS, `${name}.lock`)
  fs.mkdirSync(LOCKS, { recursive: true })
  while (!take(file)) {
    signal?.throwIfAborted()
    if (isAbandoned(file)) {
      fs.rmSync(file, { force: true })
    } else {
      await sleep(100)
    }
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" })
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      return false
    }
    throw error
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const holder = Number(fs.readFileSync(file, "utf8"))
    const age = Date.now() - fs.statSync(file).mtimeMs
    // A holder that has not written its id yet counts as alive.
    return age > ABANDONED_AFTER_MS || (holder > 0 && !isAlive(holder))
  } catch {
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === "EPERM"
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Object ? Reflect.get(error, "code") : undefined
}

module.exports = { withLock }
