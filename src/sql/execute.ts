import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"

/**
 * Runs one statement in the transaction of a module's method, or on its own if there is none.
 *
 * @param bindings values for the statement's question marks
 * @example await execute<{ id: string }>(sharedContext, `SELECT "id" FROM "customer" WHERE "phone" = ?`, [phone])
 */
export async function execute<Row extends object>(
  { transactionManager, manager }: Context,
  statement: string,
  bindings: unknown[]
): Promise<Row[]> {
  const current = (transactionManager ?? manager) as SqlEntityManager
  return await current.execute<Row[]>(statement, bindings)
}
