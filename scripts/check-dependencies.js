// @ts-check
// `npm run check:dependencies`: is every production dependency justified, free to use, and without known weaknesses?
const fs = require("node:fs")
const path = require("node:path")
const { ROOT } = require("./lib/plugin-package")
const {
  checkDocument,
  checkPackages,
} = require("./lib/release/dependency-rules")
const {
  makeProductionTree,
  packagesOf,
  readJson,
} = require("./lib/release/production-tree")
const { scan } = require("./lib/release/scan")

const DOCUMENT = "docs/dependencies.md"

/** @returns {Promise<string[]>} what is wrong */
async function check() {
  const dir = await makeProductionTree()
  try {
    const { dependencies } = readJson(path.join(ROOT, "package.json"))
    const document = fs.readFileSync(path.join(ROOT, DOCUMENT), "utf8")
    const packages = packagesOf(dir)
    const { done, found, reason } = await scan(dir)
    console.log(
      done
        ? `scanned: ${found.length} known weaknesses`
        : `NOT SCANNED for known weaknesses: ${reason}`
    )
    return [
      ...checkPackages(packages),
      ...checkDocument(document, dependencies, packages).map(
        (problem) => `${DOCUMENT}: ${problem}`
      ),
      ...found,
    ]
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

void check().then((problems) => {
  for (const problem of problems) {
    console.error(problem)
  }
  console.log(`${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
})
