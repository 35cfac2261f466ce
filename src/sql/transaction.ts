import type { Context } from "@medusajs/framework/types"
import {
  managerOf,
  poolOf,
  query,
  withClient,
  type Client,
  type SqlContext,
} from "./execute"

/**
 * Runs statements all or none: in the transaction that is open, or else in one of its own, which costs a fraction of that
 * of an entity manager.
 *
 * @param work gets the context of its statements; what it throws rolls them back
 * @example await inTransaction(sharedContext, async (context) => await execute(context, FIND, { phone }))
 */
export async function inTransaction<Result>(
  context: SqlContext,
  work: (context: SqlContext) => Promise<Result>
): Promise<Result> {
  const manager = managerOf(context)
  if (context.client || manager.isInTransaction()) {
    return await work(context)
  }
  const pool = poolOf(manager.getKnex())
  return pool
    ? await withClient(pool, (client) =>
        committed(client, () => work({ ...context, client }))
      )
    : await manager.transactional((transactionManager) =>
        work({ ...context, transactionManager } as Context)
      )
}

async function committed<Result>(
  client: Client,
  work: () => Promise<Result>
): Promise<Result> {
  await query(client, "BEGIN")
  try {
    const result = await work()
    await query(client, "COMMIT")
    return result
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

// A connection that cannot even roll back must not be lent to anybody else. Knex drops one that has ended.
async function rollBack(client: Client): Promise<void> {
  try {
    await query(client, "ROLLBACK")
  } catch {
    await client.end()
  }
}
