import { readFileSync } from "node:fs"
import path from "node:path"
import { codeBlocks } from "../../scripts/lib/code-blocks"

const PAGE = readFileSync(
  path.resolve(__dirname, "../../docs/providers.md"),
  "utf8"
)

const blocksOf = (heading: string) =>
  codeBlocks(PAGE, heading).filter(({ language }) => language === "ts")

/** The provider's entry of a section, as it is written there. */
export function configOf(heading: string): string {
  const found = blocksOf(heading).find(
    ({ before }) => before === "<!-- config -->"
  )
  if (!found) {
    throw new Error(`"${heading}" has no block of configuration`)
  }
  return found.code
}

/** The file of a section, with the path in its first line. */
export function fileOf(heading: string): { path: string; code: string } {
  for (const { code } of blocksOf(heading)) {
    const [, file] = /^\/\/ (src\/\S+\.ts)\n/.exec(code) ?? []
    if (file) {
      return { path: file, code }
    }
  }
  throw new Error(`"${heading}" has no file`)
}
