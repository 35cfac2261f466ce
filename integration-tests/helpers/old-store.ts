import { Pool } from "pg"
import { runMedusa } from "../../scripts/lib/medusa-store"
import { STORE_DIR, storeEnv } from "./boot-store"
import { createDatabase, TestDatabase } from "./databases"

/** Runs the Medusa CLI in the test store, on a database of the spec's. */
export function medusa(
  databaseUrl: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<string> {
  return runMedusa(args, {
    dir: STORE_DIR,
    env: {
      ...storeEnv({ env }),
      DATABASE_URL: databaseUrl,
      OUTBOX_FILE: "/dev/null",
    },
  })
}

/** The database of a store without the plugin that has customers. */
export async function databaseOfCustomers(rows: number): Promise<TestDatabase> {
  const database = await createDatabase({ empty: true })
  await medusa(database.url, ["db:migrate"], { WITHOUT_PLUGIN: "1" })
  await fillWithCustomers(database.db, rows)
  await database.db.query("analyze customer")
  return database
}

/** Customers of years: mixed case, shared phones, guests beside accounts, deleted ones, gaps. */
export async function fillWithCustomers(db: Pool, rows: number): Promise<void> {
  await db.query(
    `insert into customer (id, email, phone, first_name, has_account, metadata, deleted_at, created_at, updated_at)
     select 'cus_old_' || nr,
       case when nr % 11 > 0 then 'Person' || nr / 2 || '@Example.com' end,
       case when nr % 3 > 0 then '+1213373' || lpad((nr % 9000)::text, 4, '0') end,
       'Person ' || nr, nr % 2 = 0, jsonb_build_object('nr', nr),
       case when nr % 17 = 0 then timestamptz '2025-06-01' end,
       timestamptz '2024-01-01' + nr * interval '1 minute',
       timestamptz '2024-01-01' + nr * interval '2 minutes'
     from generate_series(1, $1::int) as nr`,
    [rows]
  )
}

/** A digest of every row in these columns. */
export async function digestOf(
  db: Pool,
  table: string,
  columns: string[]
): Promise<{ rows: number; digest: string }> {
  const list = columns.map((column) => `"${column}"`).join(", ")
  const { rows } = await db.query<{ rows: number; digest: string }>(
    `select count(*)::int as rows,
       md5(string_agg(md5(row(${list})::text), '' order by id)) as digest
     from "${table}"`
  )
  return rows[0]
}
