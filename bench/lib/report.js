// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { all, quotients } = require("./compare")
const { spread } = require("./stats")

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} connections
 * @property {import("./rounds").Sample[]} samples
 * @property {import("./statements").Statements} [statements]
 * @property {string[]} [beside] names of rows to compare it with
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
  const figure = (/** @type {keyof import("./rounds").Sample} */ key) =>
    spread(samples.map((one) => one[key]))
  const middle = (/** @type {keyof import("./rounds").Sample} */ key) =>
    figure(key).median.toFixed(1)
  return [
    name,
    String(connections),
    withRange(figure("rps"), 0),
    withRange(figure("ratio"), 2),
    withRange(figure("cpuMultiple"), 2),
    middle("p50"),
    middle("p99"),
    middle("cpu"),
    middle("cpuAbove"),
    statements
      ? `${statements.ours} + ${statements.others} (+ ${statements.transaction})`
      : "",
  ]
}

const BESIDE_HEAD = [
  "case",
  "beside",
  "at once",
  "CPU ms",
  "of that",
  "÷",
  "p50 ms",
  "of that",
  "÷",
  "requests ÷",
]

/**
 * A row beside each that it is to be compared with, windows of the same round with each other.
 *
 * @param {Row} row
 * @param {Row[]} rows
 * @returns {string[][]}
 */
function besideCells(row, rows) {
  const { name, connections, beside = [] } = row
  const others = rows.filter(
    (one) => beside.includes(one.name) && one.connections === connections
  )
  return others.map((other) => {
    const middle = (
      /** @type {Row} */ one,
      /** @type {import("./compare").Figure} */ figure
    ) => spread(all(one, figure)).median.toFixed(1)
    const quotient = (/** @type {import("./compare").Figure} */ figure) =>
      withRange(spread(quotients(row, other, figure)), 2)
    return [
      name,
      other.name,
      String(connections),
      middle(row, "cpu"),
      middle(other, "cpu"),
      quotient("cpu"),
      middle(row, "p50"),
      middle(other, "p50"),
      quotient("p50"),
      quotient("rps"),
    ]
  })
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

/**
 * @param {string[][]} lines
 * @returns {string[]} nothing for a head alone
 */
function tableOf(lines) {
  return lines.length > 1 ? [table(lines)] : []
}

/** @param {Report} report */
function toMarkdown({ rows, targets, notes }) {
  return [
    ...tableOf([HEAD, ...rows.map(cells)]),
    ...tableOf([BESIDE_HEAD, ...rows.flatMap((row) => besideCells(row, rows))]),
    ...tableOf([
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
