// @ts-check
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { promisify } = require("node:util")

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
 * @property {number} size bytes of the tarball
 * @property {number} unpackedSize
 * @property {PackedFile[]} files
 */

/**
 * @param {string[]} [flags] more arguments for `npm pack`
 * @returns {Promise<Pack>}
 */
async function packPlugin(flags = []) {
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--offline", ...flags],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }
  )
  return JSON.parse(stdout)[0]
}

/**
 * Puts the plugin into a store exactly as npm would publish it. Its dependencies
 * resolve upwards, to the repository's own node_modules, so no registry is asked.
 *
 * @param {string} storeDir a directory below the repository's root
 * @returns {Promise<string>} where it went
 */
async function installPlugin(storeDir) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), `${NAME}-pack-`))
  const target = path.join(storeDir, "node_modules", NAME)
  try {
    const { filename } = await packPlugin(["--pack-destination", temp])
    fs.rmSync(target, { recursive: true, force: true })
    fs.mkdirSync(target, { recursive: true })
    await run("tar", [
      "-xzf",
      path.join(temp, filename),
      "-C",
      target,
      "--strip-components=1",
    ])
    return target
  } finally {
    fs.rmSync(temp, { recursive: true, force: true })
  }
}

module.exports = { installPlugin, packPlugin, NAME, ROOT }
