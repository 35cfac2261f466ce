import { readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { codeBlocks } from "../../../scripts/lib/code-blocks"
import { BUNDLER, compileInMemory } from "../../helpers/compile"

const ROOT = path.resolve(__dirname, "../../..")
/** Where the files of a document are said to be. They are in memory alone. */
const DIR = path.join(ROOT, "documented")

const OPTIONS: ts.CompilerOptions = {
  ...BUNDLER,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: "documented",
  types: ["node"],
  paths: {
    "customer-registration/client": [path.join(ROOT, "src/client/index.ts")],
    "@lib/*": [path.join(DIR, "src/lib/*")],
  },
}

/** The blocks of a document that begin with the name of a file, as `// src/lib/customers.ts`. */
export function documentedFiles(document: string): Record<string, string> {
  const text = readFileSync(path.join(ROOT, document), "utf8")
  return Object.fromEntries(
    codeBlocks(text)
      .filter(({ language }) => /^tsx?$/.test(language))
      .flatMap(({ code }) => {
        const [, file, rest] = /^\/\/ (\S+).*\n([^]*)$/.exec(code) ?? []
        return file === undefined ? [] : [[file, rest]]
      })
  )
}

/**
 * Compiles files as a storefront or a store would.
 *
 * @param ambient declarations of what is around them and is not installed here
 * @returns what the compiler says against them
 */
export function compileDocumented(
  files: Record<string, string>,
  ambient: string
): string[] {
  const written = new Map(
    Object.entries({ ...files, "ambient.d.ts": ambient }).map(
      ([name, text]) => [path.join(DIR, name), text]
    )
  )
  return compileInMemory(written, OPTIONS).map(({ file, message }) =>
    [file && path.relative(DIR, file), message].join(": ")
  )
}
