import { parseArgs } from "node:util"

/**
 * The arguments of a script. `medusa exec` keeps options for itself, so they are plain words: `apply before=2026-01-31`.
 *
 * @param types of the words that there may be
 * @throws TypeError for a word that is none of them
 * @example parseWords(["apply"], { apply: "boolean", before: "string" }) // { apply: true }
 */
export function parseWords<Name extends string>(
  args: string[],
  types: Record<Name, "boolean" | "string">
): Partial<Record<Name, boolean | string>> {
  const options = Object.fromEntries(
    Object.entries<"boolean" | "string">(types).map(([name, type]) => [
      name,
      { type },
    ])
  )
  const dashed = args.map((arg) => `--${arg.replace(/^--/, "")}`)
  const { values } = parseArgs({ args: dashed, options })
  return values as Partial<Record<Name, boolean | string>>
}
