import { ERRORS, MEDUSA_ERRORS } from "../../errors"
import { ERROR_SENTENCES } from "../../errors/sentences"
import { optionRows } from "../../options/documented"
import type { Code } from "./entry"

const TABLES: Record<string, () => string[][]> = {
  options: () => [
    ["option", "default", "values"],
    ...optionRows().map(([name, ...cells]) => [`\`${name}\``, ...cells]),
  ],
  errors: () => [
    ["code", "status", "when"],
    ...Object.entries({ ...ERRORS, ...MEDUSA_ERRORS }).map(
      ([code, { status }]) => [
        `\`${code}\``,
        String(status),
        ERROR_SENTENCES[code as Code],
      ]
    ),
  ],
}

/**
 * A document in Markdown with its tables made anew, between `<!-- generated: options -->` and `<!-- /generated -->`.
 *
 * @example withTables(usage)
 */
export function withTables(markdown: string): string {
  return markdown.replace(
    /(<!-- generated: (\w+) -->\n\n)[^]*?(\n\n<!-- \/generated -->)/g,
    (_, before: string, name: string, after: string) =>
      before + aligned(TABLES[name]()) + after
  )
}

/** As Prettier writes a table. */
function aligned(rows: string[][]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => row[column].length))
  )
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`
  const [head, ...body] = rows.map((row) =>
    line(row.map((cell, column) => cell.padEnd(widths[column])))
  )
  const rule = line(widths.map((width) => "-".repeat(width)))
  return [head, rule, ...body].join("\n")
}
