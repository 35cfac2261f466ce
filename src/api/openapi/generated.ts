import { openApiDocument } from "./document"
import { openApiPage } from "./page"
import { withTables } from "./tables"

/**
 * The files of the repository that are made of the sources, by their paths from its root: `npm run docs` writes them, and a
 * test compares them.
 *
 * @param read a file of the repository
 * @example generatedFiles((file) => readFileSync(file, "utf8"))["docs/openapi.json"]
 */
export function generatedFiles(
  read: (file: string) => string
): Record<string, string> {
  const { version } = JSON.parse(read("package.json")) as { version: string }
  const document = openApiDocument(version)
  const templates = {
    page: read("scripts/lib/docs/openapi.mustache"),
    fields: read("scripts/lib/docs/fields.mustache"),
  }
  return {
    "docs/openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "docs/openapi.html": openApiPage(document, templates),
    "USAGE.md": withTables(read("USAGE.md")),
  }
}
