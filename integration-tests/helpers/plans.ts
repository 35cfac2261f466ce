import { Sql } from "./module-suite"

/** A statement with what it binds. */
export type Planned = [name: string, statement: string, bindings: unknown[]]

/** The tables that a statement would read from end to end. */
export async function scannedTables(
  sql: Sql,
  [, statement, bindings]: Planned
): Promise<string[]> {
  const lines = await sql<{ "QUERY PLAN": string }>(
    `explain ${statement}`,
    bindings
  )
  return lines.flatMap(
    (line) => line["QUERY PLAN"].match(/(?<=Seq Scan on )\S+/) ?? []
  )
}
