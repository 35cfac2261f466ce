import { MedusaContextType } from "@medusajs/framework/utils"
import {
  isContainer,
  isInTransaction,
  knexOf,
  poolOf,
  query,
  withClient,
  type Client,
  type Executor,
  type SqlContext,
} from "./execute"

/**
 * Runs statements all or none: in the transaction that is open, or else in one of its own, which costs a fraction of that
 * of an entity manager. Begun with the container, it spans the methods of several modules.
 *
 * @param work hands its context to each statement and method; what it throws rolls them back
 * @example await inTransaction(sharedContext, async (context) => await execute(context, FIND, { phone }))
 * @example await inTransaction(container, async (context) => await otp.consume(code, context))
 */
export async function inTransaction<Result>(
  executor: Executor,
  work: (context: SqlContext) => Promise<Result>
): Promise<Result> {
  const context = contextOf(executor)
  if (isInTransaction(context)) {
    return await work(context)
  }
  const knex = knexOf(executor)
  const pool = poolOf(knex)
  return pool
    ? await withClient(pool, (client) =>
        committed(client, () => work({ ...context, client }))
      )
    : await knex.transaction((transaction) => work({ ...context, transaction }))
}

// Without the type, a workflow puts its own context in the place of this one.
function contextOf(executor: Executor): SqlContext {
  return isContainer(executor) ? { __type: MedusaContextType } : executor
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
