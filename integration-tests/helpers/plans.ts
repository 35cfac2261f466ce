import type { Statement, Values } from "../../src/sql"
import { Sql } from "./module-suite"

/** A statement with what it binds. */
export type Planned = { name: string; sql: string; values: unknown[] }

/** A statement to plan, with values by their names. */
export function plan<Bindings extends Values, Row extends object>(
  name: string,
  statement: Statement<Bindings, Row>,
  values: NoInfer<Bindings>
): Planned {
  return { name, sql: statement.sql, values: statement.bind(values) }
}

/** The names of the statements that some files export; one for each contact counts as one. */
export function statementsOf(...files: object[]): string[] {
  return files
    .flatMap((file) => Object.entries(file) as [string, unknown][])
    .filter(([, value]) => holdsStatement(value))
    .map(([name]) => name)
}

function holdsStatement(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (("sql" in value && "bind" in value) ||
      Object.values(value).some(holdsStatement))
  )
}

/** The tables that a statement would read from end to end. */
export async function scannedTables(
  sql: Sql,
  planned: Planned
): Promise<string[]> {
  const lines = await sql<{ "QUERY PLAN": string }>(
    `explain ${planned.sql}`,
    planned.values
  )
  return lines.flatMap(
    (line) => line["QUERY PLAN"].match(/(?<=Seq Scan on )\S+/) ?? []
  )
}

/** The tables of at least so many rows. */
export async function tablesOf(sql: Sql, rows: number): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`
  )
  const names: string[] = []
  for (const { name } of tables) {
    const [{ big }] = await sql<{ big: boolean }>(
      `select count(*) >= ${rows} as big from "${name}"`
    )
    if (big) {
      names.push(name)
    }
  }
  return names
}
