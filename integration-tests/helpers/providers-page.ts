import { readFileSync } from "node:fs"
import path from "node:path"

const PAGE = readFileSync(
  path.resolve(__dirname, "../../docs/providers.md"),
  "utf8"
)

/** The TypeScript blocks below a heading of docs/providers.md. */
function blocksOf(heading: string): { before: string; code: string }[] {
  const [, section] = PAGE.split(`\n## ${heading}\n`)
  if (section === undefined) {
    throw new Error(`docs/providers.md has no section "${heading}"`)
  }
  const own = section.split("\n## ")[0]
  return [...own.matchAll(/([^\n]*)\n\n```ts\n([\s\S]*?)\n```/g)].map(
    ([, before, code]) => ({ before, code })
  )
}

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
