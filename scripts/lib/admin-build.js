// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { stopwatch } = require("./clock")
const { withLock } = require("./lock")
const { runMedusa } = require("./medusa-store")
const { fingerprint } = require("./plugin-build")

/** What a store's dashboard is made of. */
const SOURCES = ["package-lock.json", ".medusa/server/src/admin"]

/**
 * Builds the dashboard of a store, with the plugin's pages in it, unless it has one of the
 * same sources. It goes where `medusa start` looks for it.
 *
 * @param {string} dir the store's root, with the built plugin installed
 */
async function buildAdminIfStale(dir) {
  const target = path.join(dir, "public/admin")
  const stamp = path.join(dir, "public/built-from")
  await withLock("admin", async () => {
    const sources = fingerprint(SOURCES)
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === sources) {
      return
    }
    const seconds = stopwatch()
    fs.rmSync(path.dirname(target), { recursive: true, force: true })
    await runMedusa(["build", "--admin-only", "--no-lint"], {
      dir,
      env: { NODE_ENV: "production" },
    })
    fs.cpSync(path.join(dir, ".medusa/admin"), target, { recursive: true })
    fs.writeFileSync(stamp, sources)
    process.stderr.write(`dashboard of the store built (${seconds()})\n`)
  })
}

module.exports = { buildAdminIfStale }
