// @ts-check
const { LIMITS, REQUESTS } = require("./limits")

/** @typedef {import("./measure").House} House */

/**
 * What is over its limit.
 *
 * @param {House} house
 * @returns {string[]} one sentence each
 */
function findBroken({ sizes: [src], requests, counts }) {
  const { files, functions } = src
  return [
    ...over("src has", files.count, LIMITS.files, "files"),
    ...over("p95 of the files is", files.p95, LIMITS.fileP95, "lines"),
    ...over("the longest file has", files.max, LIMITS.fileMax, "lines"),
    ...over(
      "p95 of the functions is",
      functions.p95,
      LIMITS.functionP95,
      "lines"
    ),
    ...REQUESTS.flatMap(({ name }) => brokenRequest(name, requests)),
    ...counts.flatMap(brokenCount),
  ]
}

/**
 * @param {string} name
 * @param {House["requests"]} requests
 */
function brokenRequest(name, requests) {
  const found = requests.find((request) => request.name === name)
  return found
    ? over(`${name} opens`, found.files.length, found.maxFiles, "files")
    : [`${name}: nothing answers it`]
}

/** @param {House["counts"][number]} count */
function brokenCount({ id, what, places }) {
  const limit = Object.entries(LIMITS).find(([name]) => name === id)?.[1]
  return over(`${what}:`, places.length, limit, "").map((text) =>
    [text, ...new Set(places)].join("\n    ")
  )
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number | undefined} limit
 * @param {string} unit
 */
function over(what, value, limit, unit) {
  return limit !== undefined && value > limit
    ? [
        [what, value, unit, `(limit ${limit})`]
          .filter((word) => word !== "")
          .join(" "),
      ]
    : []
}

module.exports = { findBroken }
