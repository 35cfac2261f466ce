import path from "node:path"
import ts from "typescript"

export const NODE16: ts.CompilerOptions = {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
}

export const BUNDLER: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
}

/** Compiles files strictly, declarations of packages included → what is wrong, and the packages whose types were read. */
export function compile(files: string[], options: ts.CompilerOptions) {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    skipLibCheck: false,
    ...options,
  })
  const problems = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic
    const line = file && file.getLineAndCharacterOfPosition(start).line + 1
    const name = file ? path.basename(file.fileName) : ""
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  })
  const packages = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file))
    .flatMap(
      ({ fileName }) =>
        /node_modules\/((@[^/]+\/)?[^/]+)/.exec(fileName)?.[1] ?? []
    )
  return { problems, packages: [...new Set(packages)] }
}
