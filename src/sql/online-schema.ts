import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/postgresql"
import { isRefusedAs, poolOf, query, withClient, type Client } from "./execute"

/** Whoever comes after a change that waits for its lock waits for it as well. */
const LOCK_TIMEOUT_MS = 50
const PAUSE_MS = 200
const PATIENCE_MS = 10 * 60_000

/** Asked again and again: a statement that waits has a snapshot, and the build of an index waits for those. */
const TRY_LOCK = `SELECT pg_try_advisory_lock(hashtext('customer-registration:schema')) AS "locked"`
const UNLOCK = `SELECT pg_advisory_unlock(hashtext('customer-registration:schema'))`

/** A build that has failed leaves an index that is not valid. */
const UNBUILT = `SELECT "name" FROM unnest(?::text[], ?::text[]) AS wanted("name", "table")
  WHERE to_regclass(quote_ident("table")) IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass(quote_ident("name")) AND indisvalid)`

export type Index = {
  name: string
  table: string
  /** What follows the table's name. */
  definition: string
  unique?: boolean
}

/** Changes tables that a store reads and writes meanwhile. Every step may run again, and mends what broke off. */
export class OnlineSchema {
  /** @param client is in no transaction */
  constructor(private readonly client: Client) {}

  /**
   * Runs one statement that is quick once it has its locks. While somebody else has them, it lets go after 50 ms and tries
   * again later.
   *
   * @throws the error of `pg` after ten minutes of trying
   * @example await schema.change(`alter table "customer" add column if not exists "email_verified" boolean`)
   */
  async change<Row extends object>(text: string): Promise<Row[]> {
    await query(this.client, `SET lock_timeout = '${LOCK_TIMEOUT_MS}ms'`)
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      try {
        return (await query(this.client, text)) as Row[]
      } catch (error) {
        if (!isRefusedAs("lock_not_available", error) || Date.now() > end) {
          throw error
        }
      }
      await sleep(PAUSE_MS)
    }
  }

  /** Builds an index while writes go on. It waits for all transactions that are open, and must be in none. */
  async buildIndex(index: Index): Promise<void> {
    await this.dropIndex(index.name)
    await query(this.client, creation(index, "CONCURRENTLY"))
  }

  /** Builds an index where the table is empty. Elsewhere the module's loader does, outside of Medusa's transaction. */
  async startIndex(index: Index): Promise<void> {
    const rows = await this.change(`SELECT 1 FROM "${index.table}" LIMIT 1`)
    if (rows.length === 0) {
      await this.change(creation(index, "IF NOT EXISTS"))
    }
  }

  async dropIndex(name: string): Promise<void> {
    await query(this.client, "SET lock_timeout = 0")
    await query(this.client, `DROP INDEX CONCURRENTLY IF EXISTS "${name}"`)
  }
}

/**
 * Which indexes are missing, or have a build that failed, on tables that are there.
 *
 * @returns their names
 * @example await unbuiltIndexes(knex, [INDEXES.phone])
 */
export async function unbuiltIndexes(
  knex: Knex,
  indexes: Index[]
): Promise<Set<string>> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(UNBUILT, [
    indexes.map(({ name }) => name),
    indexes.map(({ table }) => table),
  ])
  return new Set(rows.map(({ name }) => name))
}

function creation(
  { name, table, definition, unique }: Index,
  how: "CONCURRENTLY" | "IF NOT EXISTS"
): string {
  return `CREATE ${unique ? "UNIQUE " : ""}INDEX ${how} "${name}" ON "${table}" ${definition}`
}

/**
 * Changes tables on a connection of its own. Of two servers that do so at once, one waits for the other.
 *
 * @throws where Knex's client is not what we know
 * @example await changeOnline(knex, (schema) => schema.buildIndex(index))
 */
export async function changeOnline(
  knex: Knex,
  work: (schema: OnlineSchema) => Promise<void>
): Promise<void> {
  const pool = poolOf(knex)
  if (!pool) {
    throw new Error("customer-registration: this Knex lends no connections")
  }
  await withClient(pool, async (client) => {
    while (!(await tryLock(client))) {
      await sleep(PAUSE_MS)
    }
    try {
      await query(client, "SET statement_timeout = 0")
      await work(new OnlineSchema(client))
    } finally {
      await release(client)
    }
  })
}

async function tryLock(client: Client): Promise<boolean> {
  const [{ locked }] = (await query(client, TRY_LOCK)) as [{ locked: boolean }]
  return locked
}

/** A connection that broke has lost the lock, and what failed before is what is worth knowing. */
async function release(client: Client): Promise<void> {
  for (const text of [
    "RESET lock_timeout",
    "RESET statement_timeout",
    UNLOCK,
  ]) {
    await query(client, text).catch(() => undefined)
  }
}
