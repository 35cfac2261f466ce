// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { codeBlocks } = require("../code-blocks")
const { ROOT } = require("../plugin-package")

/** @typedef {import("../code-blocks").Block & { file: string, nth: number }} DocumentedBlock */

/** What a reader of the repository opens, by its path. */
const DOCUMENTS = [
  "README.md",
  "USAGE.md",
  "SECURITY.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...below("docs"),
  "examples/storefront/README.md",
]

/** Of these, the ones whose code is about a store, or about this repository. The example is a project with tests of its own. */
const WITH_CODE = DOCUMENTS.filter((file) => !file.startsWith("examples/"))

/** @param {string} folder */
function below(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder), {
      recursive: true,
      encoding: "utf8",
    })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`)
    .sort()
}

/** @param {string} file */
function readDocument(file) {
  return fs.readFileSync(path.join(ROOT, file), "utf8")
}

/**
 * Every block of code in the documents.
 *
 * @param {string[]} [languages] all without any
 * @returns {DocumentedBlock[]}
 */
function documentedBlocks(languages) {
  return WITH_CODE.flatMap((file) =>
    codeBlocks(readDocument(file)).map((block, index) => ({
      ...block,
      file,
      nth: index + 1,
    }))
  ).filter(({ language }) => languages?.includes(language) ?? true)
}

module.exports = { documentedBlocks, DOCUMENTS, readDocument, WITH_CODE }
