// @ts-check
// `npm run test:security`: the specs that the checklist of SECURITY.md names. `npm test` runs most of them with all others.
process.env.NIGHTLY = "1"
const { readFileSync } = require("node:fs")
const path = require("node:path")
const { readChecklist } = require("./lib/security/checklist")
const { specOf } = require("./lib/security/spec-of")

const ROOT = path.resolve(__dirname, "..")

const tests = readChecklist(
  readFileSync(path.join(ROOT, "SECURITY.md"), "utf8")
).flatMap((row) => row.tests)
const specs = new Set(tests.map(({ file }) => specOf(ROOT, file)))

process.argv.push("--runTestsByPath", ...[...specs].sort())
require("./test")
