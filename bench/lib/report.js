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

/** @typedef {{ text: string, value: number, met: boolean }} Target */

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
  "p50 ms",
  "p99 ms",
  "CPU ms",
  "above floor",
  "SQL ours + others (+ begin/commit)",
]

/** @param {Row} row */
function cells({ name, connections, samples, statements }) {
  const figure = (/** @type {keyof import("./rounds").Sample} */ key) =>
    spread(samples.map((one) => one[key]))
  const rps = figure("rps")
  const ratio = figure("ratio")
  return [
    name,
    String(connections),
    `${rps.median.toFixed(0)} (${rps.min.toFixed(0)}–${rps.max.toFixed(0)})`,
    `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`,
    figure("p50").median.toFixed(1),
    figure("p99").median.toFixed(1),
    figure("cpu").median.toFixed(1),
    figure("cpuAbove").median.toFixed(1),
    statements
      ? `${statements.ours} + ${statements.others} (+ ${statements.transaction})`
      : "",
  ]
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
      ...targets.map(({ text, value, met }) => [
        text,
        value.toFixed(2),
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
