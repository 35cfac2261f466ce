import type { Store } from "../helpers/store"

export type Column = { type: string; nullable: boolean; default: string | null }

/** A table's columns as PostgreSQL has them. */
export async function columnsOf(
  store: Store,
  table: string
): Promise<Record<string, Column>> {
  const { rows } = await store.db.query<Column & { name: string }>(
    `select column_name as name, data_type as type, is_nullable = 'YES' as nullable, column_default as default
     from information_schema.columns where table_name = $1 and table_schema = 'public'`,
    [table]
  )
  return Object.fromEntries(rows.map(({ name, ...column }) => [name, column]))
}

export async function columnNames(
  store: Store,
  table: string
): Promise<string[]> {
  return Object.keys(await columnsOf(store, table)).sort()
}
