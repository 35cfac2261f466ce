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

/** What the compiler says against a file, or against the options. */
export type Problem = { file?: string; line?: number; message: string }

/**
 * Compiles files strictly, declarations of packages included.
 *
 * @param files their paths
 * @param written those of them that are in memory alone, with what is in them
 * @returns what is wrong, and the packages whose types were read
 */
export function compile(
  files: string[],
  options: ts.CompilerOptions,
  written: Map<string, string> = new Map()
): { problems: Problem[]; packages: string[] } {
  const all: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    ...options,
  }
  const host = ts.createCompilerHost(all)
  host.fileExists = (file) => written.has(file) || ts.sys.fileExists(file)
  host.readFile = (file) => written.get(file) ?? ts.sys.readFile(file)
  if (written.size) {
    // Or the compiler would not look into folders that are in memory alone.
    host.directoryExists = undefined
  }
  const program = ts.createProgram(files, all, host)
  const packages = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file))
    .flatMap(
      ({ fileName }) =>
        /node_modules\/((@[^/]+\/)?[^/]+)/.exec(fileName)?.[1] ?? []
    )
  return {
    problems: ts.getPreEmitDiagnostics(program).map(problemOf),
    packages: [...new Set(packages)],
  }
}

/**
 * Compiles files that are in memory alone.
 *
 * @param files by their paths
 * @returns what is wrong with these, not with what they import
 */
export function compileInMemory(
  files: Map<string, string>,
  options: ts.CompilerOptions
): Problem[] {
  return compile(
    [...files.keys()],
    { skipLibCheck: true, ...options },
    files
  ).problems.filter(({ file }) => !file || files.has(file))
}

function problemOf({ file, start = 0, messageText }: ts.Diagnostic): Problem {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n")
  if (!file) {
    return { message }
  }
  return {
    file: path.normalize(file.fileName),
    line: file.getLineAndCharacterOfPosition(start).line + 1,
    message,
  }
}
