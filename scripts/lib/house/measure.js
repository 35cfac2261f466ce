// @ts-check
const { measureCounts } = require("./counts")
const { measureRequests } = require("./requests")
const { measureSizes } = require("./sizes")
const { readSources } = require("./source-tree")

/**
 * @typedef {object} House
 * @property {import("./sizes").Sizes[]} sizes `src` as a whole first
 * @property {import("./requests").MeasuredRequest[]} requests
 * @property {import("./counts").Count[]} counts
 */

/**
 * Measures a source tree.
 *
 * @param {string} root folder that holds `src`
 * @returns {House}
 */
function measureHouse(root) {
  const sources = readSources(root)
  return {
    sizes: measureSizes(sources),
    requests: measureRequests(root, sources),
    counts: measureCounts(sources),
  }
}

module.exports = { measureHouse }
