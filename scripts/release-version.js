// @ts-check
// `npm run release:version`: the version that the changesets make, in package.json, package-lock.json and CHANGELOG.md.
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const path = require("node:path")
const { ROOT } = require("./lib/plugin-package")
const { withRelease } = require("./lib/release/changelog")
const {
  checkChangesets,
  endsCandidates,
  pendingChangesets,
} = require("./lib/release/changesets")
const { repositoryOf } = require("./lib/release/identity")
const { readJson } = require("./lib/release/production-tree")
const { setLockedVersion } = require("./lib/release/version")

const MANIFEST = path.join(ROOT, "package.json")
const CHANGELOG = path.join(ROOT, "CHANGELOG.md")

function main() {
  const changesets = pendingChangesets(ROOT)
  const problems = checkChangesets(changesets)
  const due = changesets.length > 0 || endsCandidates(ROOT)
  if (problems.length || !due) {
    console.error(problems.join("\n") || "There is no new changeset.")
    process.exitCode = 1
    return
  }
  execFileSync("npx", ["--no", "--", "changeset", "version"], {
    cwd: ROOT,
    stdio: "inherit",
  })
  const manifest = readJson(MANIFEST)
  const { version } = manifest
  setLockedVersion(ROOT, version)
  fs.writeFileSync(
    CHANGELOG,
    withRelease(fs.readFileSync(CHANGELOG, "utf8"), {
      version,
      date: new Date().toISOString().slice(0, 10),
      repository: repositoryOf(manifest),
      changesets,
    })
  )
  console.log(version)
}

main()
