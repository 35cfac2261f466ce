// @ts-check
const { codes } = require("./codes")
const { get } = require("./requests")

/** @typedef {import("./types").Case} Case */

/** @type {Case} */
const emptyRoute = {
  name: "empty route",
  where: "plugin",
  prepare: ({ plugin }, count) =>
    Promise.resolve(
      Array.from({ length: count }, () => get(plugin, "/store/empty"))
    ),
}

/**
 * The same in a store without Medusa's caching.
 *
 * @param {Case} one
 * @returns {Case}
 */
const withoutCaching = (one) => ({
  ...one,
  name: `${one.name}, without caching`,
  where: "uncached",
  prepare: (bench, count) =>
    one.prepare({ ...bench, plugin: bench.uncached }, count),
})

/** What Medusa's caching saves: each with it right beside the same without. */
const caching = [emptyRoute, ...codes].flatMap((one) => {
  const without = withoutCaching(one)
  return [{ ...one, beside: [without.name] }, without]
})

module.exports = { caching }
