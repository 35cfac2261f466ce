// @ts-check
import assert from "node:assert/strict"
import fs from "node:fs"
import path from "node:path"
import { build } from "vite"
import { type } from "./shell.mjs"
import { write } from "./starter.mjs"

/** @import { Trial } from "./main.mjs" */

/** What is for browsers, of the package's exports. */
const FOR_BROWSERS = ["helpers", "client"]
/** The plugin, and what docs/dependencies.md counts. */
const MAX_PACKAGES = 33

/**
 * The plugin installed by a storefront, which has no Medusa, and its helpers in a bundle for browsers.
 *
 * @param {Trial} trial
 */
export async function tryStorefront({ temp, tarball, signal, check }) {
  const dir = path.join(temp, "storefront")
  write(dir, "package.json", { name: "storefront", private: true })
  await check("a storefront's npm install", async () => {
    await type({ dir, env: {}, signal }, `npm install ${tarball}`)
    const packages = installedIn(dir)
    assert.deepEqual(
      packages.filter((name) => /medusa|twilio/.test(name)),
      []
    )
    assert.ok(packages.length <= MAX_PACKAGES, packages.join(" "))
    console.log(`    ${packages.length} packages`)
  })
  await check("its bundle", () => bundle(dir))
}

/** @param {string} dir */
function installedIn(dir) {
  const lock = fs.readFileSync(path.join(dir, "package-lock.json"), "utf8")
  return Object.keys(JSON.parse(lock).packages).filter(Boolean)
}

/** @param {string} dir */
async function bundle(dir) {
  const installed = path.join(dir, "node_modules/customer-registration")
  const { exports } = JSON.parse(
    fs.readFileSync(path.join(installed, "package.json"), "utf8")
  )
  const entries = FOR_BROWSERS.filter((name) => `./${name}` in exports)
  const lines = entries.map(
    (name) => `export * as ${name} from "customer-registration/${name}"\n`
  )
  write(dir, "main.js", lines.join(""))
  const built = await build({
    root: dir,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry: "main.js", name: "shop", formats: ["iife"] },
    },
  })
  const [result] = [built].flat()
  assert.ok(result && "output" in result)
  const files = result.output.flatMap((chunk) =>
    chunk.type === "chunk" ? Object.keys(chunk.modules) : []
  )
  const foreign = files
    .map((file) => file.replace(/^\0|\?.*$/g, ""))
    .filter((file) => path.isAbsolute(file) && !isForBrowsers(file, dir))
  assert.deepEqual(foreign, [])
  console.log(`    ${entries.join(", ")}: ${sizeOf(result.output)} bytes`)
}

/**
 * @param {string} file
 * @param {string} dir
 */
function isForBrowsers(file, dir) {
  const ours = "node_modules/customer-registration/.medusa/server/src"
  const folders = FOR_BROWSERS.map((name) => path.join(dir, ours, name))
  return (
    file === path.join(dir, "main.js") ||
    folders.some((folder) => file.startsWith(`${folder}/`))
  )
}

/** @param {{ type: string, code?: string }[]} output */
function sizeOf(output) {
  return output.reduce((sum, { code }) => sum + (code?.length ?? 0), 0)
}
