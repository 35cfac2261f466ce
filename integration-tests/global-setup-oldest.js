// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { stopwatch } = require("../scripts/lib/clock")
const { install, isInstalled } = require("../scripts/lib/installed")
const { withLock } = require("../scripts/lib/lock")
const { buildIfStale } = require("../scripts/lib/plugin-build")
const { ensurePostgres } = require("./postgres")

const OLDEST_DIR = path.join(__dirname, "medusa-oldest")
const STORE_SOURCES = path.join(__dirname, "medusa-contract/store")

/** A server, the built plugin, and the contract's store on the oldest Medusa that the plugin supports. */
module.exports = async function globalSetup() {
  await ensurePostgres()
  await step("plugin built", buildIfStale)
  await step("oldest Medusa installed", () => withLock("oldest", ensureOldest))
}

async function ensureOldest() {
  if (!isInstalled(OLDEST_DIR)) {
    process.stderr.write("Installing the oldest Medusa, for some minutes …\n")
    install(OLDEST_DIR)
  }
  copyStore()
}

/** A copy, because a store finds its Medusa upwards from where its files are. */
function copyStore() {
  const target = path.join(OLDEST_DIR, "store")
  const isSource = (/** @type {string} */ file) =>
    !/\/(node_modules|\.medusa)$/.test(file)
  for (const name of fs.readdirSync(STORE_SOURCES)) {
    if (isSource(`/${name}`)) {
      fs.rmSync(path.join(target, name), { recursive: true, force: true })
    }
  }
  fs.cpSync(STORE_SOURCES, target, { recursive: true, filter: isSource })
}

/**
 * @param {string} done
 * @param {() => Promise<unknown>} work
 */
async function step(done, work) {
  const seconds = stopwatch()
  await work()
  process.stderr.write(`${done} (${seconds()})\n`)
}
