import { Store } from "../../helpers/store"

/** A hash of all rows of each table that has any, in one statement. */
export async function fingerprints(
  store: Store
): Promise<Record<string, string>> {
  const { rows: tables } = await store.db.query<{ sql: string }>(
    `select string_agg(format(
       $$select %L as name, md5(string_agg(t::text, '' order by t::text)) as hash from %I t$$, table_name, table_name
     ), ' union all ') as sql
     from information_schema.tables where table_schema = 'public'`
  )
  const { rows } = await store.db.query<{ name: string; hash: string | null }>(
    tables[0].sql
  )
  return Object.fromEntries(
    rows.flatMap(({ name, hash }) => (hash ? [[name, hash]] : []))
  )
}
