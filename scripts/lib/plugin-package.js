// @ts-check
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { promisify } = require("node:util")
const { readIfThere } = require("./build-if-changed")
const { withLock } = require("./lock")

const run = promisify(execFile)
const ROOT = path.resolve(__dirname, "../..")
const NAME = "customer-registration"

/**
 * @typedef {object} PackedFile
 * @property {string} path
 * @property {number} size
 */

/**
 * @typedef {object} Pack what `npm pack --json` says about one tarball
 * @property {string} filename
 * @property {string} integrity a digest of the tarball
 * @property {number} size bytes of the tarball
 * @property {number} unpackedSize
 * @property {PackedFile[]} files
 */

/**
 * @param {string[]} [flags] more arguments for `npm pack`
 * @param {AbortSignal} [signal]
 * @returns {Promise<Pack>}
 */
async function packPlugin(flags = [], signal) {
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--offline", ...flags],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, signal }
  )
  return JSON.parse(stdout)[0]
}

/**
 * Puts the plugin into a store exactly as npm would publish it. Its dependencies
 * resolve upwards, to the repository's own node_modules, so no registry is asked.
 * What is there already stays untouched, since a store may be running on it.
 *
 * @param {string} storeDir a directory below the repository's root
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} where it went
 */
async function installPlugin(storeDir, signal) {
  const target = path.join(storeDir, "node_modules", NAME)
  await withLock("install", () => unpackInto(target, signal), signal)
  return target
}

/**
 * @param {string} target
 * @param {AbortSignal} [signal]
 */
async function unpackInto(target, signal) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), `${NAME}-pack-`))
  const stamp = `${target}.integrity`
  try {
    const { filename, integrity } = await packPlugin(
      ["--pack-destination", temp],
      signal
    )
    if (fs.existsSync(target) && readIfThere(stamp) === integrity) {
      return
    }
    fs.rmSync(stamp, { force: true })
    fs.rmSync(target, { recursive: true, force: true })
    fs.mkdirSync(target, { recursive: true })
    await run("tar", [
      "-xzf",
      path.join(temp, filename),
      "-C",
      target,
      "--strip-components=1",
    ])
    fs.writeFileSync(stamp, integrity)
  } finally {
    fs.rmSync(temp, { recursive: true, force: true })
  }
}

module.exports = { installPlugin, packPlugin, NAME, ROOT }
