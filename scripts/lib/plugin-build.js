// @ts-check
const { spawn } = require("node:child_process")
const { createHash } = require("node:crypto")
const fs = require("node:fs")
const path = require("node:path")
const { MEDUSA_CLI } = require("./medusa-cli")

const ROOT = path.resolve(__dirname, "../..")
const OUTPUT = path.join(ROOT, ".medusa/server")
const STAMP = path.join(ROOT, ".medusa/built-from")

/**
 * Builds the plugin unless what is built was made of the very sources on disk.
 *
 * @returns {Promise<boolean>} whether there was anything to build
 */
async function buildIfStale() {
  const sources = fingerprint(["src", "package.json", "tsconfig.json"])
  if (fs.existsSync(OUTPUT) && readStamp() === sources) {
    return false
  }
  fs.rmSync(STAMP, { force: true })
  await build()
  fs.writeFileSync(STAMP, sources)
  return true
}

function readStamp() {
  return fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : undefined
}

/** @returns {Promise<void>} */
function build() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MEDUSA_CLI, "plugin:build"], {
      cwd: ROOT,
      stdio: "inherit",
      env: {
        ...process.env,
        NODE_ENV: "development",
        MEDUSA_DISABLE_TELEMETRY: "1",
      },
    })
    child.once("error", reject)
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error("The plugin does not build, see above."))
    )
  })
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
