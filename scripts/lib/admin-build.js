// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { buildIfChanged } = require("./build-if-changed")
const { stopwatch } = require("./clock")
const { runMedusa } = require("./medusa-store")

/** What a store's dashboard is made of. */
const SOURCES = ["package-lock.json", ".medusa/server/src/admin"]

/**
 * Builds the dashboard of a store, with the plugin's pages in it, unless it has one of the
 * same sources. It goes where `medusa start` looks for it.
 *
 * @param {string} dir the store's root, with the built plugin installed
 * @param {import("./plugin-build").BuildOptions} [options]
 */
async function buildAdminIfStale(dir, { log = toStderr, signal } = {}) {
  const stamp = path.join(dir, "public/built-from")
  const build = async () => {
    const seconds = stopwatch()
    fs.rmSync(path.dirname(stamp), { recursive: true, force: true })
    await buildAdmin({ dir, flags: ["--no-lint"], signal })
    log(`dashboard of the store built (${seconds()})\n`)
  }
  await buildIfChanged({
    lock: "admin",
    stamp,
    sources: SOURCES,
    build,
    signal,
  })
}

/**
 * @param {object} options
 * @param {string} options.dir the store's root
 * @param {string[]} [options.flags] more arguments for `medusa build`
 * @param {import("./medusa-store").Env} [options.env] an old Medusa wants its secrets here, too, and says so with status 0
 * @param {AbortSignal} [options.signal]
 */
async function buildAdmin({ dir, flags = [], env, signal }) {
  await runMedusa(["build", "--admin-only", ...flags], {
    dir,
    env: { ...env, NODE_ENV: "production", ADMIN: "1" },
    signal,
  })
  const target = path.join(dir, "public/admin")
  fs.cpSync(path.join(dir, ".medusa/admin"), target, { recursive: true })
}

/** @param {string} text */
function toStderr(text) {
  process.stderr.write(text)
}

module.exports = { buildAdmin, buildAdminIfStale }
