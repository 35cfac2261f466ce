import { PoolClient } from "pg"
import { Store } from "./store"
import { waitFor } from "./wait-for"

const WAITING = `select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`
const PATIENCE_MS = 30_000

/** A lock on rows, in a transaction of its own. */
export type RowLock = {
  /** Waits until somebody waits for it. */
  awaited: () => Promise<void>
  /** Ends the connections that wait for it, as a server that is gone would not. */
  endWaiting: () => Promise<void>
  release: () => Promise<void>
  /** Ends the transaction, and keeps what it wrote. */
  commit: () => Promise<void>
}

/** Locks what a query finds, so that whoever writes it has to wait. */
export function lockRows(
  store: Store,
  query: string,
  values: unknown[]
): Promise<RowLock> {
  return holdOpen(store, `${query} for update`, values)
}

/** Writes in a transaction that stays open, so that whoever writes the same has to wait. */
export async function holdOpen(
  store: Store,
  statement: string,
  values: unknown[]
): Promise<RowLock> {
  const client: PoolClient = await store.db.connect()
  await client.query("begin")
  const { rowCount } = await client.query(statement, values)
  expect(rowCount).toBeGreaterThan(0)
  const { rows } = await client.query("select pg_backend_pid() as pid")
  const waiting = async () => {
    const found = await store.db.query<{ pid: number }>(WAITING, [rows[0].pid])
    return found.rows.map(({ pid }) => pid)
  }
  const until = (what: string, are: (pids: number[]) => boolean) =>
    waitFor(
      what,
      async () => (are(await waiting()) ? true : undefined),
      PATIENCE_MS
    )
  const end = async (how: "commit" | "rollback") => {
    await client.query(how)
    client.release()
  }
  return {
    awaited: async () => {
      await until("somebody to wait", (pids) => pids.length > 0)
    },
    endWaiting: async () => {
      await store.db.query(
        "select pg_terminate_backend(pid) from unnest($1::int[]) as pid",
        [await waiting()]
      )
      await until("nobody to wait", (pids) => pids.length === 0)
    },
    release: () => end("rollback"),
    commit: () => end("commit"),
  }
}
