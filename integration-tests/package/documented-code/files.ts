import path from "node:path"
import ts from "typescript"
import { documentedBlocks } from "../../../scripts/lib/documents/documents"
import { STORE_DIR } from "../../helpers/boot-store"
import { BUNDLER, compileInMemory } from "../../helpers/compile"
import { AMBIENT } from "./ambient"

/** Where the files are said to be: in a store with the built plugin. They are in memory alone. */
const DIR = path.join(STORE_DIR, "documented")

const OPTIONS: ts.CompilerOptions = {
  ...BUNDLER,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: "documented",
  types: ["node"],
  allowJs: true,
  checkJs: true,
  paths: { "@lib/*": [path.join(DIR, "docs/nextjs-starter.md/src/lib/*")] },
}

/** A block as a file: in the folder of its document, under the name in its first line or its number. */
export type DocumentedFile = { name: string; code: string }

/** Every block of code in the documents, and every answer that has a type. */
export function documentedFiles(): DocumentedFile[] {
  return [...codeFiles(), ...answerFiles()]
}

function codeFiles(): DocumentedFile[] {
  return documentedBlocks(["ts", "tsx", "js"]).map(
    ({ code, file, nth, language }) => {
      const [, named] = /^\/\/ (src\/\S+\.tsx?)/.exec(code) ?? []
      const name = named ?? `block-${nth}.${language}`
      return { name: `${file}/${name}`, code: moduleOf(code) }
    }
  )
}

const OWN_ENTRY = /^\{\s*resolve: "customer-registration",/
const ENTRY = /^\{\s*resolve: /
const PART = /^\w+: /

/** What a block is a part of, on its first and last line, so that its lines keep their numbers. */
function moduleOf(code: string): string {
  if (OWN_ENTRY.test(code)) {
    return `import type { PluginOptions } from "customer-registration"; export default (${code}
) satisfies { resolve: string; options: PluginOptions }`
  }
  if (ENTRY.test(code)) {
    return `export default (${code}
) satisfies { resolve: string; id: string; options: object }`
  }
  return PART.test(code)
    ? `import { defineConfig } from "@medusajs/framework/utils"; export default defineConfig({${code}
})`
    : `${code}\nexport {}`
}

function answerFiles(): DocumentedFile[] {
  return documentedBlocks(["json"]).flatMap(({ code, file, nth, before }) => {
    const [, type] = /^<!-- answer: (\w+) -->$/.exec(before) ?? []
    return type === undefined
      ? []
      : [
          {
            name: `${file}/block-${nth}.ts`,
            code: `import type { ${type} } from "customer-registration/client"; export const answer: ${type} = ${code}`,
          },
        ]
  })
}

/**
 * Compiles files as a store or a storefront would.
 *
 * @returns what the compiler says against them
 */
export function compileDocumented(files: DocumentedFile[]): string[] {
  const all = [...files, { name: "ambient.d.ts", code: AMBIENT }]
  const written = new Map(
    all.map(({ name, code }) => [path.join(DIR, name), code])
  )
  if (written.size < all.length) {
    throw new Error("Two blocks of a document have the name of one file")
  }
  return compileInMemory(written, OPTIONS).map(
    ({ file, line, message }) =>
      `${file && path.relative(DIR, file)}:${line}: ${message}`
  )
}
