// @ts-check
// What a store installs with the plugin: its dependencies and theirs, without Medusa's own and without what only we need.
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { promisify } = require("node:util")
const { ROOT } = require("../plugin-package")

const run = promisify(execFile)
const LOCK = "package-lock.json"
const MANIFEST = "package.json"

/**
 * @typedef {object} LockedPackage an entry of a package-lock.json
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [hasInstallScript]
 */

/** @typedef {Record<string, LockedPackage>} Packages by their folders */

/**
 * Makes a folder with a package.json and a package-lock.json of the production dependencies alone, at the versions that
 * we test with. npm prunes the lock file itself, and needs no network for it.
 * The caller removes it.
 *
 * @returns {Promise<string>} the folder
 */
async function makeProductionTree() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "production-tree-"))
  const { name, version, description, license, dependencies } = readJson(
    path.join(ROOT, MANIFEST)
  )
  const manifest = { name, version, description, license, dependencies }
  const lock = readJson(path.join(ROOT, LOCK))
  lock.packages[""] = manifest
  writeJson(path.join(dir, MANIFEST), manifest)
  writeJson(path.join(dir, LOCK), lock)
  await run(
    "npm",
    [
      "install",
      "--package-lock-only",
      "--offline",
      "--ignore-scripts",
      "--no-audit",
    ],
    { cwd: dir }
  )
  return dir
}

/**
 * @param {string} dir a production tree
 * @returns {Packages} the packages in it, by their folders
 */
function packagesOf(dir) {
  const { "": _root, ...packages } = readJson(path.join(dir, LOCK)).packages
  return packages
}

/**
 * @param {string} dir a production tree
 * @returns {Promise<string>} a CycloneDX document, as npm writes it
 */
async function sbomOf(dir) {
  const { stdout } = await run(
    "npm",
    ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"],
    { cwd: dir, maxBuffer: 16 * 1024 * 1024 }
  )
  return stdout
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(fs.readFileSync(file, "utf8"))
}

/**
 * @param {string} file
 * @param {unknown} content
 */
function writeJson(file, content) {
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}

module.exports = { makeProductionTree, packagesOf, readJson, sbomOf, writeJson }
