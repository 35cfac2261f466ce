// @ts-check
const path = require("node:path")
const { parseArgs } = require("node:util")

/**
 * @typedef {object} BenchOptions
 * @property {boolean} quick fewer requests and cases
 * @property {boolean} profile only `otp/send`, `otp/verify` and parts of them
 * @property {boolean} caching the stores run with Medusa's caching, beside one without
 * @property {string[]} only names of cases; all of the run without any
 * @property {number[]} rows to grow to, ascending; a run with any measures growth and nothing else
 * @property {string} out folder of the reports
 * @property {number} rounds
 * @property {number} size requests in a window
 * @property {number} warmUp requests of a case before its first window; as many as make V8 compile what is hot, for the
 * store without the plugin is asked less often in between
 * @property {boolean} boots whether the stores' boots are timed too
 * @property {number[]} concurrencies
 */

const RESULTS = path.join(__dirname, "../results")

/**
 * @param {string[]} args
 * @returns {BenchOptions}
 */
function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
      caching: { type: "boolean", default: false },
      case: { type: "string", multiple: true, default: [] },
      rows: { type: "string", multiple: true, default: [] },
      rounds: { type: "string" },
      out: { type: "string" },
    },
  })
  const { quick, profile, caching, rounds = quick ? "2" : "5" } = values
  const rows = values.rows.map(Number).sort((a, b) => a - b)
  return {
    quick,
    profile,
    caching,
    only: values.case,
    rows,
    out: values.out ? path.resolve(values.out) : folderOf(rows, caching),
    rounds: Number(rounds),
    size: quick ? 40 : 240,
    boots: !(quick || profile || caching || values.case.length),
    warmUp: quick ? 40 : 400,
    concurrencies: quick || profile || caching ? [16] : [16, 1],
  }
}

/**
 * A run of one kind leaves the report of another as it is.
 *
 * @param {number[]} rows
 * @param {boolean} caching
 */
function folderOf(rows, caching) {
  if (rows.length) {
    return path.join(RESULTS, "growth")
  }
  return caching ? path.join(RESULTS, "caching") : RESULTS
}

module.exports = { readArguments }
