// @ts-check
const fs = require("node:fs")
const { stripVTControlCharacters } = require("node:util")

const LINES = 15

/**
 * @param {string} file
 * @returns {string} the end of a log, with a heading
 */
function logTail(file) {
  const log = stripVTControlCharacters(fs.readFileSync(file, "utf8"))
  const lines = log.trimEnd().split("\n").slice(-LINES)
  return ["The shop's log ends with:", ...lines].join("\n  ")
}

module.exports = { logTail }
