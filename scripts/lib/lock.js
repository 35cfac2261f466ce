// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { lock } = require("proper-lockfile")
const { sleep } = require("./clock")

const LOCKS = path.resolve(__dirname, "../../.cache")

/**
 * Does what only one process at a time may do in this repository; the others wait.
 * The work must not block the event loop: a lock that is not renewed for 10 seconds counts as left by a crash.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {AbortSignal} [signal] ends the waiting
 * @returns {Promise<T>}
 */
async function withLock(name, work, signal) {
  const release = await acquire(name, signal)
  try {
    return await work()
  } finally {
    await release()
  }
}

/**
 * @param {string} name
 * @param {AbortSignal} [signal]
 * @returns {Promise<() => Promise<void>>} releases the lock
 */
async function acquire(name, signal) {
  fs.mkdirSync(LOCKS, { recursive: true })
  for (;;) {
    signal?.throwIfAborted()
    try {
      return await lock(path.join(LOCKS, name), { realpath: false })
    } catch (error) {
      if (
        !(error instanceof Error) ||
        Reflect.get(error, "code") !== "ELOCKED"
      ) {
        throw error
      }
    }
    await sleep(100)
  }
}

module.exports = { withLock }
