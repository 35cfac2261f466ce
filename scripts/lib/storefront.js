// @ts-check
// The example of a storefront: its packages, its build and a server for that.
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")
const { promisify } = require("node:util")
const { buildIfChanged } = require("./build-if-changed")
const { install, isInstalled } = require("./installed")
const { installPlugin, NAME, ROOT } = require("./plugin-package")

const run = promisify(execFile)
const STOREFRONT = path.join(ROOT, "examples/storefront")

/** What its build is made of. */
const SOURCES = [
  ...["index.html", "package-lock.json", "public", "src", "vite.config.ts"].map(
    (name) => `examples/storefront/${name}`
  ),
  ".medusa/server/src/client",
  ".medusa/server/src/helpers",
]

/** Installs what the example's lock file asks for, unless that is what its node_modules holds. */
function ensureStorefrontInstalled() {
  if (isInstalled(STOREFRONT)) {
    return
  }
  console.log("Installing what examples/storefront is built with …")
  // The plugin is in its package.json, as for a shop. Here it is this repository's, and npm is not asked for it.
  const dir = path.join(ROOT, ".cache/storefront")
  const from = (/** @type {string} */ name) => path.join(STOREFRONT, name)
  const { dependencies, ...manifest } = JSON.parse(
    fs.readFileSync(from("package.json"), "utf8")
  )
  const { [NAME]: _plugin, ...others } = dependencies
  fs.rmSync(dir, { recursive: true, force: true })
  fs.mkdirSync(dir, { recursive: true })
  fs.writeFileSync(
    path.join(dir, "package.json"),
    JSON.stringify({ ...manifest, dependencies: others })
  )
  fs.cpSync(from("package-lock.json"), path.join(dir, "package-lock.json"))
  install(dir)
  fs.rmSync(from("node_modules"), { recursive: true, force: true })
  fs.renameSync(path.join(dir, "node_modules"), from("node_modules"))
  fs.rmSync(dir, { recursive: true, force: true })
}

/**
 * Builds the example with the built plugin, as packed for npm, unless it is built of the same sources.
 *
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} the folder to serve
 */
async function buildStorefrontIfStale(signal) {
  await installPlugin(STOREFRONT, signal)
  const output = path.join(STOREFRONT, "dist")
  const vite = path.join(STOREFRONT, "node_modules/vite/bin/vite.js")
  const build = async () => {
    await run(process.execPath, [vite, "build"], {
      cwd: STOREFRONT,
      env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
      signal,
    })
  }
  await buildIfChanged({
    lock: "storefront",
    stamp: path.join(STOREFRONT, "node_modules/.built-from"),
    sources: SOURCES,
    isBuilt: () => fs.existsSync(output),
    build,
    signal,
  })
  return output
}

module.exports = { buildStorefrontIfStale, ensureStorefrontInstalled }
