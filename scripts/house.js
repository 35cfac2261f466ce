// @ts-check
// The figures of the source tree: how large its parts are, and how many files one opens to follow a request.
const { parseArgs } = require("node:util")
const { findBroken } = require("./lib/house/check")
const { REQUESTS } = require("./lib/house/limits")
const { measureHouse } = require("./lib/house/measure")
const { compareTables, print, tablesOf } = require("./lib/house/report")
const { measureRequests } = require("./lib/house/requests")
const { ROOT, atRevision } = require("./lib/house/revision")
const { readSources } = require("./lib/house/source-tree")

const HELP = `npm run house -- [options]

  --check           fails when a limit of scripts/lib/house/limits.js is broken
  --at REV          measures a revision of git instead of the working tree
  --before REV      prints "before → after" in each cell that differs from a revision
  --request NAME    lists the files that a request opens: ${REQUESTS.map(({ name }) => name).join(", ")}
`

/**
 * @param {string} root
 * @param {string} name
 * @returns {string}
 */
function listRequest(root, name) {
  const requests = REQUESTS.filter((request) => request.name === name)
  const measured = measureRequests(root, readSources(root), requests)
  if (!measured.length) {
    throw new Error(`There is no request "${name}".\n\n${HELP}`)
  }
  return measured
    .map(({ files, barrels }) =>
      [
        `${name}: ${files.length} files`,
        ...files.map(
          ({ path, lines, isOuter }) =>
            `${String(lines).padStart(5)} ${isOuter ? "o" : " "} ${path}`
        ),
        ...barrels.map((path) => `    - b ${path}`),
        "lines of the reached declarations; o: leaf folder or index; b: barrel, not counted",
      ].join("\n")
    )
    .join("\n")
}

/** @param {string} root */
function checkLimits(root) {
  const broken = findBroken(measureHouse(root))
  console.log(
    broken.length
      ? ["Limits broken:", ...broken.map((text) => `  ${text}`)].join("\n")
      : "Every limit is kept."
  )
  process.exitCode = broken.length ? 1 : 0
}

function main() {
  const { values } = parseArgs({
    options: {
      at: { type: "string" },
      before: { type: "string" },
      check: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      request: { type: "string" },
    },
  })
  const { at, before, check, help, request } = values
  /**
   * @template T
   * @param {(root: string) => T} work
   */
  const measured = (work) => (at ? atRevision(at, work) : work(ROOT))
  const tablesAt = (/** @type {string} */ root) => tablesOf(measureHouse(root))
  if (help) {
    console.log(HELP)
  } else if (check) {
    measured(checkLimits)
  } else if (request) {
    console.log(measured((root) => listRequest(root, request)))
  } else {
    const after = measured(tablesAt)
    console.log(
      print(before ? compareTables(atRevision(before, tablesAt), after) : after)
    )
  }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
