import { PoolClient } from "pg"
import { Store } from "./store"
import { waitFor } from "./wait-for"

const WAITING = `select count(*)::int as waiting from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

/** A lock on rows, in a transaction of its own. */
export type RowLock = { release: () => Promise<void> }

/** Locks what a query finds, so that whoever writes it has to wait. */
export async function lockRows(
  store: Store,
  query: string,
  values: unknown[]
): Promise<RowLock> {
  const client: PoolClient = await store.db.connect()
  await client.query("begin")
  const { rowCount } = await client.query(`${query} for update`, values)
  expect(rowCount).toBeGreaterThan(0)
  return {
    release: async () => {
      await client.query("rollback")
      client.release()
    },
  }
}

/** Waits until somebody waits for a lock. */
export async function someoneWaits(store: Store): Promise<void> {
  await waitFor("somebody to wait for a lock", async () => {
    const { rows } = await store.db.query<{ waiting: number }>(WAITING)
    return rows[0].waiting > 0 ? true : undefined
  })
}
