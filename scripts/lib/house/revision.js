// @ts-check
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")

const ROOT = path.resolve(__dirname, "../../..")

/**
 * Does something with the source tree of another revision. It lies below the root, so that its packages are found in
 * the repository's node_modules.
 *
 * @template T
 * @param {string} revision as git knows it
 * @param {(root: string) => T} work
 * @returns {T}
 */
function atRevision(revision, work) {
  const folder = path.join(ROOT, ".cache/house", String(process.pid))
  fs.mkdirSync(folder, { recursive: true })
  try {
    const archive = execFileSync(
      "git",
      ["archive", revision, "src", "package.json", "tsconfig.json"],
      { cwd: ROOT, maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] }
    )
    execFileSync("tar", ["-x", "-C", folder], { input: archive })
    return work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

module.exports = { ROOT, atRevision }
