import type { Context } from "@medusajs/framework/types"
import { execute, executeOne } from "../../../sql"
import {
  GIVE_BACK,
  LOCK_LIMITS,
  SECONDS_UNTIL_FREE,
  TAKE_PERSONAL,
  TAKE_SHARED,
} from "../statements"
import type { IssueOutcome, TakenLimits } from "../types"
import type { Bucket } from "./bucket"

/** Thrown inside the transaction of a send, so that what it took is rolled back. */
export class LimitReached extends Error {
  constructor(readonly buckets: Bucket[]) {
    super("limit reached")
  }
}

/**
 * Takes one hit from each limit, or none at all.
 *
 * @param context of an open transaction
 * @throws LimitReached when a limit has no hit left; the caller rolls back
 */
export async function takeLimits(
  context: Context,
  buckets: Bucket[]
): Promise<TakenLimits> {
  const taken: TakenLimits = { keys: [], taken_at: "infinity" }
  for (const shared of [false, true]) {
    const asked = buckets.filter((bucket) => bucket.shared === shared)
    if (!asked.length) {
      continue
    }
    const statement = shared ? TAKE_SHARED : TAKE_PERSONAL
    const rows: { key: string; taken_at: string }[] = await execute(
      context,
      statement,
      [JSON.stringify(asked)]
    )
    if (rows.length < asked.length) {
      throw new LimitReached(buckets)
    }
    taken.keys.push(...rows.map((row) => row.key))
    taken.taken_at = rows[0].taken_at
  }
  return taken
}

/** What an act issued, or, if a limit had nothing left, the seconds to wait. */
export async function orThrottled(
  context: Context,
  issue: () => Promise<IssueOutcome>
): Promise<IssueOutcome> {
  try {
    return await issue()
  } catch (error) {
    if (!(error instanceof LimitReached)) {
      throw error
    }
    const seconds = await secondsUntilFree(context, error.buckets)
    return { outcome: "throttled", retry_after: Math.max(1, seconds) }
  }
}

/** Takes the one hit that a key has in a period, if it is free. */
export async function takeOnce(
  context: Context,
  key: string,
  seconds: number
): Promise<boolean> {
  const once: Bucket[] = [{ key, max: 1, seconds, shared: false }]
  const bindings = [JSON.stringify(once)]
  return Boolean(await executeOne(context, TAKE_PERSONAL, bindings))
}

/** Whether an act stayed within its limits. */
export async function withinLimits(
  act: () => Promise<unknown>
): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (error instanceof LimitReached) {
      return false
    }
    throw error
  }
}

/** Locks the limits of a send in the order in which it took them. */
export async function lockLimits(
  context: Context,
  { keys }: TakenLimits
): Promise<void> {
  await execute(context, LOCK_LIMITS, [JSON.stringify(keys)])
}

/** Gives the hits of an undone send back. */
export async function giveBack(
  context: Context,
  { taken_at, keys }: TakenLimits
): Promise<void> {
  await execute(context, GIVE_BACK, [taken_at, JSON.stringify(keys)])
}

/** Seconds until every limit has a hit left; 0 if all have one now. */
export async function secondsUntilFree(
  context: Context,
  buckets: Bucket[]
): Promise<number> {
  const row = await executeOne<{ seconds: number | null }>(
    context,
    SECONDS_UNTIL_FREE,
    [JSON.stringify(buckets)]
  )
  return row?.seconds ?? 0
}
