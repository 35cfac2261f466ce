// @ts-check
const { execFile } = require("node:child_process")

/**
 * @typedef {object} Scan
 * @property {boolean} done whether a registry answered
 * @property {string[]} found a line for each known weakness
 * @property {string} [reason] why it could not be done
 */

/**
 * Asks the registry which known weaknesses the packages of a folder's lock file have. Without a registry that knows,
 * the answer says so: no answer is not the same as none found.
 *
 * @param {string} dir
 * @param {string} [registry] another registry than npm's configuration names
 * @returns {Promise<Scan>}
 */
async function scan(dir, registry) {
  const report = await audit(dir, registry)
  if (!report?.metadata?.vulnerabilities) {
    const reason = report?.message ?? "npm audit gave no report"
    return { done: false, found: [], reason: firstLine(reason) }
  }
  const found = Object.values(report.vulnerabilities).map(
    ({ name, severity, via }) => `${name}: ${severity}, ${titles(via)}`
  )
  return { done: true, found }
}

/**
 * @typedef {object} Report what we read of `npm audit --json`
 * @property {{ vulnerabilities?: object }} [metadata]
 * @property {Record<string, { name: string, severity: string, via: (string | { title: string })[] }>} vulnerabilities
 * @property {string} [message]
 */

/**
 * @param {string} dir
 * @param {string} [registry]
 * @returns {Promise<Report | undefined>}
 */
function audit(dir, registry) {
  const flags = registry ? [`--registry=${registry}`] : []
  return new Promise((resolve) => {
    // With anything found, the status is 1 and the report is there all the same.
    execFile(
      "npm",
      ["audit", "--json", "--package-lock-only", "--fetch-retries=0", ...flags],
      { cwd: dir, maxBuffer: 16 * 1024 * 1024, timeout: 60_000 },
      (_error, stdout) => resolve(parsed(stdout))
    )
  })
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param {(string | { title: string })[]} via */
function titles(via) {
  return via
    .map((cause) => (typeof cause === "string" ? `by ${cause}` : cause.title))
    .join("; ")
}

/** @param {string} text */
function firstLine(text) {
  return text.split("\n")[0]
}

module.exports = { scan }
