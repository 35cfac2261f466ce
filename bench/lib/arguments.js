// @ts-check
const path = require("node:path")
const { parseArgs } = require("node:util")

/**
 * @typedef {object} BenchOptions
 * @property {boolean} quick fewer requests and rounds
 * @property {boolean} profile only `otp/send`, `otp/verify` and parts of them
 * @property {string[]} only names of cases; all without any
 * @property {number} rows to grow to; 0 for no growth
 * @property {string} out folder of the reports
 * @property {number} rounds
 * @property {number} size requests in a window
 * @property {number} warmUp requests of a case before its first window; as many as make V8 compile what is hot, for the
 * store without the plugin is asked less often in between
 * @property {number} boots of each store
 * @property {number[]} concurrencies
 */

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
      case: { type: "string", multiple: true, default: [] },
      rows: { type: "string", default: "0" },
      rounds: { type: "string" },
      out: { type: "string", default: path.join(__dirname, "../results") },
    },
  })
  const { quick, rounds = quick ? "1" : "5" } = values
  return {
    quick,
    profile: values.profile,
    only: values.case,
    rows: Number(values.rows),
    out: path.resolve(values.out),
    rounds: Number(rounds),
    size: quick ? 32 : 240,
    boots: quick || values.profile ? 1 : 7,
    warmUp: quick ? 20 : 400,
    concurrencies: quick || values.profile ? [16] : [16, 1],
  }
}

module.exports = { readArguments }
