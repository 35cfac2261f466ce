// @ts-check
import { parseArgs } from "node:util"

/** @import { ParseArgsConfig } from "node:util" */

/**
 * Reads the arguments of a command. `--help` prints its usage, a wrong argument prints what is wrong with it too; both end
 * the process.
 *
 * @template {ParseArgsConfig} Config
 * @param {Config} config as for `parseArgs`; with an option `help`
 * @param {string} usage
 */
export function parseOrExit(config, usage) {
  const parsed = parse(config, usage)
  if (Reflect.get(parsed.values, "help")) {
    console.log(usage)
    process.exit()
  }
  return parsed
}

/**
 * @template {ParseArgsConfig} Config
 * @param {Config} config
 * @param {string} usage
 */
function parse(config, usage) {
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${usage}`)
    process.exit(2)
  }
}
