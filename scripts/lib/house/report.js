// @ts-check

/** @typedef {import("./measure").House} House */
/** @typedef {import("./sizes").Spread} Spread */

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {string} note how its figures are measured
 * @property {string[]} head
 * @property {string[][]} rows the first cell names the row
 */

/**
 * @param {House} house
 * @returns {Table[]}
 */
function tablesOf({ sizes, requests, counts }) {
  return [
    {
      title: "Sizes",
      note: "Without specs and migrations. Lines include comments and blank lines. A function is whatever has a body in braces, and an arrow without braces of six lines or more; functions inside it are its lines too.",
      head: [
        "folder",
        "files",
        "lines",
        "file median / p95 / max",
        "functions",
        "function median / p95 / max",
      ],
      rows: sizes.map(({ folder, lines, files, functions }) => [
        folder,
        String(files.count),
        String(lines),
        spread(files),
        String(functions.count),
        spread(functions),
      ]),
    },
    {
      title: "Requests",
      note: "Files with a declaration that the code of the request can reach from its handler and its middlewares (types are not followed), and the `middlewares.ts` that name them. In brackets: without leaf folders and `index.ts`. Lines: of those declarations with their comments. Barrels: files passed that only re-export; an editor jumps over them, so they are no files opened.",
      head: ["request", "files", "limit", "lines", "barrels"],
      rows: requests.map(({ name, maxFiles, files, barrels }) => {
        const inner = files.filter((file) => !file.isOuter)
        return [
          name,
          `${files.length} (${inner.length})`,
          String(maxFiles ?? ""),
          `${linesOf(files)} (${linesOf(inner)})`,
          String(barrels.length),
        ]
      }),
    },
    {
      title: "Counts",
      note: "In the same files as the sizes.",
      head: ["what", "number"],
      rows: counts.map(({ what, places }) => [what, String(places.length)]),
    },
  ]
}

/** @param {{ lines: number }[]} files */
function linesOf(files) {
  return files.reduce((sum, { lines }) => sum + lines, 0)
}

/** @param {Spread} spread */
function spread({ median, p95, max }) {
  return `${median} / ${p95} / ${max}`
}

/**
 * The tables of two trees as one: `before → after` in each cell that differs.
 *
 * @param {Table[]} before
 * @param {Table[]} after
 * @returns {Table[]}
 */
function compareTables(before, after) {
  return after.map((table, index) => {
    const old = before[index].rows
    const names = new Set([...table.rows, ...old].map(([name]) => name))
    const find = (/** @type {string[][]} */ rows, /** @type {string} */ name) =>
      rows.find((row) => row[0] === name)
    return {
      ...table,
      rows: [...names].map((name) =>
        table.head.map((_, column) =>
          column === 0
            ? name
            : compareCells(
                find(old, name)?.[column],
                find(table.rows, name)?.[column]
              )
        )
      ),
    }
  })
}

/**
 * @param {string} [before]
 * @param {string} [after]
 */
function compareCells(before = "–", after = "–") {
  return before === after ? after : `${before} → ${after}`
}

/**
 * @param {Table[]} tables
 * @returns {string} Markdown
 */
function print(tables) {
  return tables.map(printTable).join("\n\n")
}

/** @param {Table} table */
function printTable({ title, note, head, rows }) {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column].length))
  )
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`
  const rule = line(widths.map((width) => "-".repeat(width)))
  return [
    `## ${title}`,
    "",
    note,
    "",
    line(head),
    rule,
    ...rows.map(line),
  ].join("\n")
}

module.exports = { compareTables, print, tablesOf }
