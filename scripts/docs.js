// @ts-check
// Writes what is made of the sources: docs/openapi.json, docs/openapi.html and the tables in USAGE.md.
const fs = require("node:fs")
const path = require("node:path")

require("ts-node").register({ swc: true, transpileOnly: true })

const ROOT = path.resolve(__dirname, "..")

/** @type {typeof import("../src/api/openapi/generated")} */
const { generatedFiles } = require("../src/api/openapi/generated")

const files = generatedFiles((file) =>
  fs.readFileSync(path.join(ROOT, file), "utf8")
)
for (const [file, text] of Object.entries(files)) {
  fs.writeFileSync(path.join(ROOT, file), text)
  console.log(file)
}
