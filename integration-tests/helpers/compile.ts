import { readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

const ROOT = path.resolve(__dirname, "../..")
/** Where the files of a document are said to be. They are in memory alone. */
const DIR = path.join(ROOT, "documented")

/** The blocks of a document that begin with the name of a file, as `// src/lib/customers.ts`. */
export function documentedFiles(document: string): Record<string, string> {
  const text = readFileSync(path.join(ROOT, document), "utf8")
  const blocks = [...text.matchAll(/^```tsx?\n\/\/ (\S+).*\n([^]*?)^```/gm)]
  return Object.fromEntries(blocks.map(([, file, code]) => [file, code]))
}

/**
 * Compiles files as a storefront or a store would.
 *
 * @param ambient declarations of what is around them and is not installed here
 * @returns what the compiler says against them
 */
export function compile(files: Record<string, string>, ambient = ""): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: "documented",
    types: ["node"],
    paths: {
      "customer-registration/client": [path.join(ROOT, "src/client/index.ts")],
      "@lib/*": [path.join(DIR, "src/lib/*")],
    },
  }
  const written = new Map(
    Object.entries({ ...files, "ambient.d.ts": ambient }).map(
      ([name, text]) => [path.join(DIR, name), text]
    )
  )
  const host = ts.createCompilerHost(options)
  host.fileExists = (file) => written.has(file) || ts.sys.fileExists(file)
  host.readFile = (file) => written.get(file) ?? ts.sys.readFile(file)
  host.directoryExists = undefined
  host.getCurrentDirectory = () => ROOT
  const program = ts.createProgram([...written.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file || written.has(path.normalize(file.fileName)))
    .map(({ file, messageText }) =>
      [
        file && path.relative(DIR, file.fileName),
        ts.flattenDiagnosticMessageText(messageText, " "),
      ].join(": ")
    )
}
