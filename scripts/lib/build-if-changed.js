// @ts-check
const { createHash } = require("node:crypto")
const fs = require("node:fs")
const path = require("node:path")
const { withLock } = require("./lock")

const ROOT = path.resolve(__dirname, "../..")

/**
 * Builds something unless what is built was made of the very sources on disk. One process at a time does so.
 *
 * @param {object} what
 * @param {string} what.lock name of the lock
 * @param {string} what.stamp the file that remembers the sources
 * @param {string[]} what.sources files and folders, relative to the repository's root
 * @param {() => boolean} [what.isBuilt] whether there is a build that can be used
 * @param {() => Promise<void>} what.build
 * @param {AbortSignal} [what.signal]
 * @returns {Promise<boolean>} whether there was anything to build
 */
async function buildIfChanged({
  lock,
  stamp,
  sources,
  isBuilt = () => true,
  build,
  signal,
}) {
  const once = async () => {
    const found = fingerprint(sources)
    if (isBuilt() && readIfThere(stamp) === found) {
      return false
    }
    fs.rmSync(stamp, { force: true })
    await build()
    fs.writeFileSync(stamp, found)
    return true
  }
  return withLock(lock, once, signal)
}

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined
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

module.exports = { buildIfChanged, fingerprint, readIfThere }
