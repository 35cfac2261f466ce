// @ts-check
// Installs what package-lock.json asks for, unless that is what node_modules holds.
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")

const ROOT = path.resolve(__dirname, "..")

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function packagesIn(file) {
  const lockfile = path.join(ROOT, file)
  return fs.existsSync(lockfile)
    ? JSON.parse(fs.readFileSync(lockfile, "utf8")).packages
    : undefined
}

function isInstalled() {
  const wanted = packagesIn("package-lock.json") ?? {}
  const present = packagesIn("node_modules/.package-lock.json")
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

/** Through a link npm would change a folder that others use too. */
function isLink() {
  const stats = fs.lstatSync(path.join(ROOT, "node_modules"), {
    throwIfNoEntry: false,
  })
  return stats?.isSymbolicLink() ?? false
}

if (!isInstalled()) {
  if (isLink()) {
    console.warn(
      "node_modules is a link and does not hold what package-lock.json asks for. It is used as it is; install where it points to."
    )
  } else {
    console.log("Installing the dependencies, for some minutes …")
    // Not `npm ci`: it wants binaries of every platform in the lock file, and not every registry has them all.
    execFileSync("npm", ["install", "--no-save"], {
      cwd: ROOT,
      stdio: "inherit",
    })
  }
}
