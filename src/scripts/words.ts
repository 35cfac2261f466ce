import { parseArgs, type ParseArgsConfig } from "node:util"

/**
 * The arguments of a script. `medusa exec` keeps options for itself, so they are plain words: `apply before=2026-01-31`.
 *
 * @throws TypeError for a word that is no option
 * @example parseWords(["apply"], { apply: { type: "boolean" } }) // { apply: true }
 */
export function parseWords<
  Options extends NonNullable<ParseArgsConfig["options"]>,
>(args: string[], options: Options) {
  const dashed = args.map((arg) => `--${arg.replace(/^--/, "")}`)
  return parseArgs({ args: dashed, options }).values
}
