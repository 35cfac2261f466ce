export type Row = {
  flow: string
  writes: number
  before: number
  after: number
  /** A line for each cut at which something was wrong. */
  failures: string[]
}

const HEADS = ["flow", "writes", "cuts before", "cuts after", "failures"]

/** The rows as a table, with a sum. */
export function tableOf(rows: Row[]): string {
  const sum = (count: (row: Row) => number) =>
    rows.reduce((total, row) => total + count(row), 0)
  const all = [
    ...rows,
    {
      flow: "all",
      writes: sum(({ writes }) => writes),
      before: sum(({ before }) => before),
      after: sum(({ after }) => after),
      failures: rows.flatMap(({ failures }) => failures),
    },
  ]
  const cells = all.map(({ flow, writes, before, after, failures }) =>
    [flow, writes, before, after, failures.length].map(String)
  )
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column].length))
  )
  return [HEADS, ...cells]
    .map((row) =>
      row
        .map((cell, column) =>
          column ? cell.padStart(widths[column]) : cell.padEnd(widths[column])
        )
        .join("  ")
    )
    .join("\n")
}
