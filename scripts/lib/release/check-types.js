// @ts-check
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { entryPoints } = require("./entry-points")

/** What Medusa loads and nobody imports: it reads `default` itself, and a module that is no default export is none to it. */
const LOADED_BY_MEDUSA = /\/(modules|providers)\//

/**
 * How the types of every export resolve: under node16, from CommonJS and from ES modules, and as bundlers do.
 *
 * @param {string} tarball
 * @returns {string[][]} the arguments of `attw`, one run each
 */
function typeChecks(tarball) {
  const entries = entryPointsOf(tarball)
  const loaded = entries.filter((entry) => LOADED_BY_MEDUSA.test(entry))
  const imported = entries.filter((entry) => !loaded.includes(entry))
  // node10 knows no `exports`; Medusa's own packages do not resolve under it either.
  const each = [tarball, "--profile", "node16", "--format", "ascii"]
  return [
    [...each, "--entrypoints", ...imported],
    [
      ...each,
      "--ignore-rules",
      "cjs-only-exports-default", // LOADED_BY_MEDUSA says why
      "--entrypoints",
      ...loaded,
    ],
  ]
}

/** @param {string} tarball */
function entryPointsOf(tarball) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "entry-points-"))
  try {
    execFileSync("tar", ["-xzf", tarball, "-C", dir])
    return entryPoints(path.join(dir, "package"))
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

module.exports = { typeChecks }
