// @ts-check
import { createRequire } from "node:module"
import { view } from "./npm.mjs"

const MEDUSA = "@medusajs/medusa"
const { peerDependencies } = createRequire(import.meta.url)(
  "../../../package.json"
)
const OLDEST = peerDependencies[MEDUSA].match(/\d[\d.]*/)[0]
/** Between the oldest and the newest. */
const MINORS = ["2.13", "2.16", "2.18", "2.20"]

/** @typedef {import("./arguments.mjs").Arguments} Arguments */

/**
 * @param {AbortSignal} signal
 * @returns {Promise<string[]>} of Medusa, in order, without previews
 */
export async function publishedVersions(signal) {
  /** @type {string[]} */
  const all = await view(MEDUSA, "versions", signal)
  return all.filter(isStable).sort(byNumber)
}

/**
 * @param {Arguments} args
 * @param {string[]} published
 * @returns {{ from: string, to?: string }[]} stores to make, and what to update them to
 */
export function chooseVersions(args, published) {
  const newest = published.at(-1) ?? OLDEST
  return namesOf(args, published, newest)
    .map((name) => newestOf(published, name))
    .map((from) => (args.upgrade ? { from, to: newest } : { from }))
}

/**
 * @param {Arguments} args
 * @param {string[]} published
 * @param {string} newest
 */
function namesOf({ versions, upgrade, oldestNewest }, published, newest) {
  if (versions.length) {
    return versions
  }
  if (upgrade) {
    const before = published.filter(
      (version) => minorOf(version) !== minorOf(newest)
    )
    return [OLDEST, before.at(-1) ?? OLDEST]
  }
  return [OLDEST, ...(oldestNewest ? [] : MINORS), newest]
}

/**
 * @param {string[]} published
 * @param {string} name "2.16" or "2.16.1"
 */
function newestOf(published, name) {
  const found = published
    .filter((version) => `${version}.`.startsWith(`${name}.`))
    .at(-1)
  if (!found) {
    throw new Error(`There is no Medusa ${name}`)
  }
  return found
}

/** @param {string} version */
function isStable(version) {
  return /^2\.\d+\.\d+$/.test(version)
}

/** @param {string} version */
function minorOf(version) {
  return version.split(".").slice(0, 2).join(".")
}

/**
 * @param {string} one
 * @param {string} other
 */
function byNumber(one, other) {
  return one.localeCompare(other, "en", { numeric: true })
}
