import { randomUUID } from "node:crypto"
import { Store } from "./store"

/** A row straight into a table → its id, made up of the prefix unless it is given. */
export async function insertRow(
  store: Store,
  table: string,
  prefix: string,
  columns: Record<string, unknown>
): Promise<string> {
  const id = `${prefix}_${randomUUID().replaceAll("-", "")}`
  const row = { id, ...columns }
  const names = Object.keys(row)
  await store.db.query(
    `insert into ${table} (${names.join(", ")})
     values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(row)
  )
  return row.id
}
