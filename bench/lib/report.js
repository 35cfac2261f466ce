// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { spread } = require("./stats")

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} connections
 * @property {import("./rounds").Sample[]} samples
 * @property {import("./statements").Statements} [statements]
 */

/** @typedef {import("./targets").Target} Target */

/**
 * @typedef {object} Report
 * @property {Row[]} rows
 * @property {Target[]} targets
 * @property {string[]} notes
 */

const HEAD = [
  "case",
  "at once",
  "requests/s",
  "÷ empty route",
  "CPU above the floor ÷ the floor's",
  "p50 ms",
  "p99 ms",
  "CPU ms",
  "above floor",
  "SQL ours + others (+ begin/commit)",
]

/** @param {Row} row */
function cells({ name, connections, samples, statements }) {
  const figure = (
    /** @type {keyof import("./rounds").Sample} */ key,
    /** @type {number} */ digits
  ) => withRange(spread(samples.map((one) => one[key])), digits)
  const [rps, ratio, multiple] = [
    figure("rps", 0),
    figure("ratio", 2),
    figure("cpuMultiple", 2),
  ]
  const middle = (/** @type {keyof import("./rounds").Sample} */ key) =>
    spread(samples.map((one) => one[key])).median.toFixed(1)
  return [
    name,
    String(connections),
    rps,
    ratio,
    multiple,
    middle("p50"),
    middle("p99"),
    middle("cpu"),
    middle("cpuAbove"),
    statements
      ? `${statements.ours} + ${statements.others} (+ ${statements.transaction})`
      : "",
  ]
}

/**
 * @param {import("./stats").Spread} figure
 * @param {number} digits
 */
function withRange({ median, min, max }, digits) {
  return min === max
    ? median.toFixed(digits)
    : `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`
}

/** @param {string[][]} lines */
function table(lines) {
  const [head, ...rows] = lines
  const rule = head.map(() => "---")
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")
}

/** @param {Report} report */
function toMarkdown({ rows, targets, notes }) {
  return [
    table([HEAD, ...rows.map(cells)]),
    table([
      ["target", "seen", ""],
      ...targets.map(({ text, seen, met }) => [
        text,
        withRange(seen, 2),
        met ? "met" : "**missed**",
      ]),
    ]),
    notes.map((note) => `- ${note}`).join("\n"),
  ].join("\n\n")
}

/**
 * @param {Report} report
 * @param {string} folder
 * @returns {string} the report, to print
 */
function writeReport(report, folder) {
  const markdown = toMarkdown(report)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, "report.md"), `${markdown}\n`)
  fs.writeFileSync(
    path.join(folder, "report.json"),
    `${JSON.stringify(report, null, 2)}\n`
  )
  return markdown
}

module.exports = { writeReport }
