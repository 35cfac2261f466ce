import { Store } from "./store"

/** Every row of every table, as one text a table. */
export async function dump(store: Store): Promise<Record<string, string>> {
  const { rows: tables } = await store.db.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1"
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await store.db.query<{ row: string }>(
        `select t::text as row from "${name}" t`
      )
      return [name, rows.map(({ row }) => row).join("\n")]
    })
  )
  return Object.fromEntries(texts) as Record<string, string>
}

/** The tables in which any of these texts stands, in whatever letter case. */
export async function tablesWith(
  store: Store,
  needles: string[]
): Promise<string[]> {
  const texts = Object.entries(await dump(store))
  const found = texts.filter(([, text]) =>
    needles.some((one) => text.toLowerCase().includes(one.toLowerCase()))
  )
  return found.map(([table]) => table)
}
