// @ts-check
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * @param {string} lockfile
 * @returns {Packages | undefined}
 */
function packagesIn(lockfile) {
  return fs.existsSync(lockfile)
    ? JSON.parse(fs.readFileSync(lockfile, "utf8")).packages
    : undefined
}

/**
 * @param {string} dir a folder with a package-lock.json
 * @returns {boolean} whether its node_modules holds what that asks for
 */
function isInstalled(dir) {
  const wanted = packagesIn(path.join(dir, "package-lock.json")) ?? {}
  const present = packagesIn(path.join(dir, "node_modules/.package-lock.json"))
  return (
    present !== undefined &&
    Object.entries(wanted).every(
      ([name, { version, optional }]) =>
        name === "" ||
        present[name]?.version === version ||
        // Built for another platform, so npm leaves it out.
        (optional && !(name in present))
    )
  )
}

/**
 * Installs what a package-lock.json asks for. Not by `npm ci`: it wants binaries of every platform in the lock file, and
 * not every registry has them all.
 *
 * @param {string} dir
 */
function install(dir) {
  execFileSync("npm", ["install", "--no-save"], { cwd: dir, stdio: "inherit" })
}

module.exports = { install, isInstalled }
