// @ts-check
import fs from "node:fs"
import { stripVTControlCharacters } from "node:util"

const LINES = 15

/**
 * @param {string} file
 * @returns {string} the end of the shop's log, with a heading
 */
export function endOfLog(file) {
  const log = stripVTControlCharacters(fs.readFileSync(file, "utf8"))
  const lines = log.trimEnd().split("\n").slice(-LINES)
  return ["The shop's log ends with:", ...lines].join("\n  ")
}
