// @ts-check
const { createHash } = require("node:crypto")
const fs = require("node:fs")
const path = require("node:path")
const { withLock } = require("./lock")
const { runMedusa } = require("./medusa-store")
const { stripComments } = require("./strip-comments")

const ROOT = path.resolve(__dirname, "../..")
const OUTPUT = path.join(ROOT, ".medusa/server")
/** Left by `plugin:develop`, which takes the dashboard's pages out of the build. */
const DEVELOPED = path.join(OUTPUT, "medusa-plugin-options.json")
const STAMP = path.join(ROOT, ".medusa/built-from")

/**
 * @typedef {object} BuildOptions
 * @property {(chunk: string) => void} [log] receives what the build prints, instead of the terminal
 * @property {AbortSignal} [signal]
 */

/**
 * Builds the plugin unless what is built was made of the very sources on disk.
 *
 * @param {BuildOptions} [options]
 * @returns {Promise<boolean>} whether there was anything to build
 */
async function buildIfStale({ log = toStderr, signal } = {}) {
  const build = async () => {
    const sources = fingerprint([
      "src",
      "package.json",
      "tsconfig.json",
      "vite.config.mjs",
      "scripts/lib/strip-comments.js",
    ])
    const built = fs.existsSync(OUTPUT) && !fs.existsSync(DEVELOPED)
    if (built && readStamp() === sources) {
      return false
    }
    fs.rmSync(STAMP, { force: true })
    await runMedusa(["plugin:build"], {
      dir: ROOT,
      env: { NODE_ENV: "development" },
      log,
      signal,
    })
    stripComments(path.join(OUTPUT, "src"))
    fs.writeFileSync(STAMP, sources)
    return true
  }
  return withLock("build", build, signal)
}

/** @param {string} chunk */
function toStderr(chunk) {
  process.stderr.write(chunk)
}

function readStamp() {
  return fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : undefined
}

/**
 * @param {string[]} entries files and folders, relative to the repository's root
 * @returns {string} a digest of every name and content
 */
function fingerprint(entries) {
  const hash = createHash("sha256")
  const add = (/** @type {string} */ entry) => {
    const file = path.join(ROOT, entry)
    if (!fs.existsSync(file)) {
      return
    }
    if (fs.statSync(file).isDirectory()) {
      fs.readdirSync(file)
        .sort()
        .forEach((name) => add(path.join(entry, name)))
      return
    }
    hash.update(`${entry}\0`).update(fs.readFileSync(file))
  }
  entries.forEach(add)
  return hash.digest("hex")
}

module.exports = { buildIfStale, fingerprint }
