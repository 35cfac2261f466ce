// @ts-check
// Are the messages of the commits Conventional Commits?
const { execFileSync, spawnSync } = require("node:child_process")

/** The last commit in the older style; those after it are checked. */
const BASE = "d4b70251888681b239802086cd68db7a8324c48c"

function isBaseHere() {
  const { status } = spawnSync("git", ["cat-file", "-e", `${BASE}^{commit}`])
  return status === 0
}

function main() {
  const isHere = isBaseHere()
  const range = isHere ? `${BASE}..HEAD` : "HEAD"
  const count = execFileSync("git", ["rev-list", "--count", range], {
    encoding: "utf8",
  }).trim()
  console.log(
    isHere
      ? `${count} commits since ${BASE.slice(0, 7)}`
      : `${BASE.slice(0, 7)} is not in this clone, which may be shallow: all of its ${count} commits are checked`
  )
  const from = isHere ? ["--from", BASE] : []
  const { status } = spawnSync(
    "npx",
    ["--no", "--", "commitlint", ...from, "--to", "HEAD"],
    { stdio: "inherit" }
  )
  process.exitCode = status ?? 1
}

main()
