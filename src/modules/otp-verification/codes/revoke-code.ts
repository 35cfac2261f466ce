import type { Context } from "@medusajs/framework/types"
import { execute } from "../../../sql"
import { giveBack, lockLimits } from "../limits/take-limits"
import { DELETE_CODE } from "../statements"
import type { Challenge } from "../types"

/**
 * Deletes a code and gives back the limits it took, once. Rows are locked in the order of a send: limits, then the
 * code; otherwise the two could wait for each other.
 *
 * @param context of an open transaction
 */
export async function revokeCode(
  context: Context,
  { id, taken }: Pick<Challenge, "id" | "taken">
): Promise<void> {
  await lockLimits(context, taken)
  const deleted = await execute(context, DELETE_CODE, [id])
  if (deleted.length) {
    await giveBack(context, taken)
  }
}
