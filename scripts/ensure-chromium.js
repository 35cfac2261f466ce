// @ts-check
// A browser for the tests of the admin page: Debian's, installed where that is ours to do.
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const { promisify } = require("node:util")
const { withLock } = require("./lib/lock")

const run = promisify(execFile)
const DEFAULT_PATH = "/usr/bin/chromium"
const HELP = `No Chromium at ${DEFAULT_PATH}. Install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.`

/** @returns {Promise<string>} the path of the browser */
async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    return existing(named, `CHROMIUM_PATH names ${named}, which is not there.`)
  }
  await withLock("chromium", async () => {
    if (!fs.existsSync(DEFAULT_PATH) && mayInstall()) {
      await install()
    }
  })
  return existing(DEFAULT_PATH, HELP)
}

/**
 * @param {string} path
 * @param {string} complaint
 */
function existing(path, complaint) {
  if (!fs.existsSync(path)) {
    throw new Error(complaint)
  }
  return path
}

function mayInstall() {
  return process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")
}

async function install() {
  process.stderr.write("Installing Chromium …\n")
  await apt("update")
  await apt("install", "--yes", "--no-install-recommends", "chromium")
}

/** @param {string[]} args */
async function apt(...args) {
  await run("apt-get", ["--quiet", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  })
}

module.exports = { ensureChromium }
