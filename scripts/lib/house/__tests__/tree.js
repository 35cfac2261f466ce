// @ts-check
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    lib: ["ES2021"],
    module: "Node16",
    moduleResolution: "Node16",
    strict: true,
  },
}

/**
 * Writes a source tree into a temporary folder.
 *
 * @param {Record<string, string>} files text by path
 * @returns {string} the folder
 */
function writeTree(files) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "house-"))
  const all = { ...files, "tsconfig.json": JSON.stringify(TSCONFIG) }
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  return root
}

module.exports = { writeTree }
