// @ts-check
import { interruption } from "../../../demo/lib/interruption.mjs"
import { stopwatch } from "../clock.js"
import { withPackedPlugin } from "../packed-plugin.mjs"
import { readArguments } from "./arguments.mjs"
import { tryStore } from "./trial.mjs"
import { chooseVersions, publishedVersions } from "./versions.mjs"

/** @typedef {Record<string, string>} Row what is printed of one store */

const args = readArguments(process.argv.slice(2))
const signal = interruption()

/** @returns {Promise<Row[]>} */
const matrix = () =>
  withPackedPlugin("matrix", signal, async ({ tarball, postgres }) => {
    const [{ server_version }] = await postgres.admin("show server_version")
    const { dashboard } = args
    const rows = []
    const published = await publishedVersions(signal)
    for (const versions of chooseVersions(args, published)) {
      const row = await report(
        { postgres, tarball, dashboard, signal },
        versions
      )
      rows.push({
        ...row,
        node: process.version,
        postgresql: String(server_version).split(" ")[0],
      })
      signal.throwIfAborted()
    }
    return rows
  })

/**
 * @param {Omit<import("./trial.mjs").Trial, "timed">} trial
 * @param {{ from: string, to?: string }} versions
 * @returns {Promise<Row>}
 */
async function report(trial, versions) {
  const medusa = versions.to
    ? `${versions.from} → ${versions.to}`
    : versions.from
  console.log(`Medusa ${medusa}`)
  const minutes = stopwatch()
  try {
    const checks = await tryStore({ ...trial, timed }, versions)
    return { medusa, result: "passed", checks: String(checks), time: minutes() }
  } catch (error) {
    console.error(error)
    return { medusa, result: "FAILED", checks: "", time: minutes() }
  }
}

/**
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function timed(step, work) {
  const seconds = stopwatch()
  const result = await work()
  console.log(`  ${step} (${seconds()})`)
  return result
}

const rows = await matrix().catch((error) => {
  console.error(signal.aborted ? "Interrupted." : error)
  return undefined
})
if (rows) {
  console.table(rows)
}
process.exit(rows?.every(({ result }) => result === "passed") ? 0 : 1)
