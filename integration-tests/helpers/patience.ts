import { setTimeout as sleep } from "node:timers/promises"
import { Pool } from "pg"

export type Waits = {
  statements: number
  longestMs: number
  /** Those that waited longer for a lock. PostgreSQL itself measures, so that a busy machine changes nothing. */
  tooLong: string[]
}

const READ = `select * from customer where id = $1`
const WRITE = `update customer set updated_at = now() where id = $1`
const IDS = Array.from({ length: 1000 }, (_, nr) => `cus_old_${nr + 1}`)
const PAUSE_MS = 5

/** Reads and writes customers, as a store does, until some work is done; no statement waits longer than so long for a lock. */
export async function waitsDuring(
  url: string,
  maxWaitMs: number,
  work: () => Promise<unknown>
): Promise<{ reads: Waits; writes: Waits }> {
  const db = new Pool({
    connectionString: url,
    options: `-c lock_timeout=${maxWaitMs}ms`,
  })
  const over = new AbortController()
  try {
    const both = Promise.all([
      repeat(db, READ, over.signal),
      repeat(db, WRITE, over.signal),
    ])
    await work().finally(() => over.abort())
    const [reads, writes] = await both
    return { reads, writes }
  } finally {
    await db.end()
  }
}

async function repeat(
  db: Pool,
  statement: string,
  over: AbortSignal
): Promise<Waits> {
  const waits: Waits = { statements: 0, longestMs: 0, tooLong: [] }
  while (!over.aborted) {
    waits.statements += 1
    const start = performance.now()
    try {
      await db.query(statement, [IDS[waits.statements % IDS.length]])
    } catch (error) {
      waits.tooLong.push(String(error))
    }
    waits.longestMs = Math.max(waits.longestMs, performance.now() - start)
    await sleep(PAUSE_MS)
  }
  return waits
}
