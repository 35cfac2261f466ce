import { Pool } from "pg"

export type Catalog = {
  columns: string[]
  indexes: string[]
  constraints: string[]
  triggers: string[]
}

const COLUMNS = `select concat_ws(' ', column_name, data_type, is_nullable, column_default) as line
  from information_schema.columns where table_name = $1 order by 1`
const INDEXES = `select indexdef as line from pg_indexes where tablename = $1 order by 1`
const CONSTRAINTS = `select conname || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where conrelid = to_regclass($1) order by 1`
const TRIGGERS = `select pg_get_triggerdef(oid) as line
  from pg_trigger where tgrelid = to_regclass($1) and not tgisinternal order by 1`

/** All that PostgreSQL knows of a table's shape; empty lists if there is no such table. */
export async function catalogOf(db: Pool, table: string): Promise<Catalog> {
  const lines = async (query: string) => {
    const { rows } = await db.query<{ line: string }>(query, [table])
    return rows.map(({ line }) => line)
  }
  return {
    columns: await lines(COLUMNS),
    indexes: await lines(INDEXES),
    constraints: await lines(CONSTRAINTS),
    triggers: await lines(TRIGGERS),
  }
}
