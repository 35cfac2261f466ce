import type { Context } from "@medusajs/framework/types"
import { execute } from "./execute"

/**
 * Runs one statement, as `execute` does, for the one row it finds or writes.
 *
 * @returns `undefined` without one
 * @example await executeOne<{ id: string }>(sharedContext, `SELECT "id" FROM "customer" WHERE "id" = ?`, [id])
 */
export async function executeOne<Row extends object>(
  context: Context,
  statement: string,
  bindings: unknown[]
): Promise<Row | undefined> {
  const [row] = await execute<Row>(context, statement, bindings)
  return row
}
