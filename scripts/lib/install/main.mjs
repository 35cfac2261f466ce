// @ts-check
import { createRequire } from "node:module"
import path from "node:path"
import { interruption } from "../../../demo/lib/interruption.mjs"
import { stopwatch } from "../clock.js"
import { publishedVersions } from "../matrix/versions.mjs"
import { withPackedPlugin } from "../packed-plugin.mjs"
import { readArguments } from "./arguments.mjs"
import { firstHour, tryMode, tryTwilio } from "./first-hour.mjs"
import { tryLocalRegistry } from "./local-registry.mjs"
import { tryProduction } from "./production.mjs"
import { tryRemoval } from "./removal.mjs"
import { createStarter, dropDatabases } from "./starter.mjs"
import { tryStorefront } from "./storefront.mjs"

/**
 * @typedef {import("../packed-plugin.mjs").PackedPlugin & {
 *   signal: AbortSignal
 *   check: <T>(what: string, work: () => Promise<T>) => Promise<T>
 * }} Trial
 */

const manifest = createRequire(import.meta.url)("../../../package.json")
const { quick, tarball } = readArguments(process.argv.slice(2))
const signal = interruption()
let passed = 0

/** @param {import("../packed-plugin.mjs").PackedPlugin} packed */
async function tried(packed) {
  try {
    await installed({ ...packed, signal, check })
  } finally {
    await dropDatabases(packed.postgres)
  }
}

/** @param {Trial} trial */
async function installed(trial) {
  const dir = path.join(trial.temp, "store")
  const version = await medusaVersion()
  const starter = await check(`a new store, Medusa ${version}`, () =>
    createStarter(dir, version, signal)
  )
  const store = await firstHour(trial, starter, { quick })
  if (!quick) {
    await tryTwilio(trial, store)
  }
  await tryProduction(trial, store, { alone: !quick })
  if (quick) {
    return
  }
  await tryMode(trial, starter, "email")
  await tryMode(trial, starter, "both")
  await tryRemoval(trial, starter)
  await tryLocalRegistry(trial, starter)
  await tryStorefront(trial)
}

/** For each change the version that it is developed on: a new one of Medusa's is no fault of the change. */
async function medusaVersion() {
  const version = quick
    ? manifest.devDependencies["@medusajs/medusa"]
    : (await publishedVersions(signal)).at(-1)
  return String(version)
}

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function check(what, work) {
  const seconds = stopwatch()
  try {
    const result = await work()
    passed += 1
    console.log(`  ${what} (${seconds()})`)
    return result
  } catch (error) {
    console.log(`  FAILED ${what} (${seconds()})`)
    throw error
  }
}

const minutes = stopwatch()
const failed = await withPackedPlugin("install", signal, tried, tarball).then(
  () => false,
  (error) => {
    console.error(signal.aborted ? "Interrupted." : error)
    return true
  }
)
console.log(`${passed} checks passed, ${minutes()}`)
process.exit(failed ? 1 : 0)
