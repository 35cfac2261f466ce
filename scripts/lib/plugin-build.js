// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { buildIfChanged } = require("./build-if-changed")
const { runMedusa } = require("./medusa-store")
const { finishBuild } = require("./finish-build")

const ROOT = path.resolve(__dirname, "../..")
const OUTPUT = path.join(ROOT, ".medusa/server")
/** Left by `plugin:develop`, which takes the dashboard's pages out of the build. */
const DEVELOPED = path.join(OUTPUT, "medusa-plugin-options.json")

/** What the plugin is built of, and by. */
const SOURCES = [
  "src",
  "package.json",
  "tsconfig.json",
  "vite.config.mjs",
  "scripts/lib/admin-types.js",
  "scripts/lib/finish-build.js",
  "scripts/lib/strip-comments.js",
]

/**
 * @typedef {object} BuildOptions
 * @property {(chunk: string) => void} [log] receives what the build prints, instead of the terminal
 * @property {AbortSignal} [signal]
 */

/**
 * Builds the plugin unless what is built was made of the very sources on disk.
 *
 * @param {BuildOptions} [options]
 * @returns {Promise<boolean>} whether there was anything to build
 */
async function buildIfStale({ log = toStderr, signal } = {}) {
  const build = async () => {
    await runMedusa(["plugin:build"], {
      dir: ROOT,
      env: { NODE_ENV: "development" },
      log,
      signal,
    })
    finishBuild(path.join(OUTPUT, "src"))
  }
  return buildIfChanged({
    lock: "build",
    stamp: path.join(ROOT, ".medusa/built-from"),
    sources: SOURCES,
    isBuilt: () => fs.existsSync(OUTPUT) && !fs.existsSync(DEVELOPED),
    build,
    signal,
  })
}

/** @param {string} chunk */
function toStderr(chunk) {
  process.stderr.write(chunk)
}

module.exports = { buildIfStale }
