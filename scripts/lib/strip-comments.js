// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const ts = require("typescript")

/**
 * Takes the comments out of the built JavaScript. The declarations keep theirs, which is where editors read them; in the
 * JavaScript they would be a tenth of the package.
 *
 * @param {string} folder
 */
function stripComments(folder) {
  for (const file of scriptsIn(folder)) {
    const source = fs.readFileSync(file, "utf8")
    const stripped = withoutComments(source)
    if (stripped !== source) {
      fs.writeFileSync(`${file}.tmp`, stripped)
      fs.renameSync(`${file}.tmp`, file)
    }
  }
}

/**
 * @param {string} source CommonJS
 * @example withoutComments("f() // why\n") // "f();\n"
 */
function withoutComments(source) {
  return ts.transpileModule(source, {
    compilerOptions: {
      removeComments: true,
      // As it is: no syntax is compiled, and import() stays.
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
    },
    fileName: "built.js",
  }).outputText
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function scriptsIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(folder, name))
}

module.exports = { stripComments, withoutComments }
