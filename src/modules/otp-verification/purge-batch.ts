import type { Context } from "@medusajs/framework/types"
import { execute } from "../../sql"
import { PURGE_CODES, PURGE_LIMITS } from "./statements"

/** Deletes one batch of old codes and one of idle limits, and says how many of each. */
export async function purgeBatch(
  context: Context,
  limit: number
): Promise<{ codes: number; limits: number }> {
  const codes = await execute(context, PURGE_CODES, [limit])
  const limits = await execute(context, PURGE_LIMITS, [limit])
  return { codes: codes.length, limits: limits.length }
}
