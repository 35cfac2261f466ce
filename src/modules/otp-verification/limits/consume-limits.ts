import type { Context } from "@medusajs/framework/types"
import { execute, executeOne } from "../../../sql"
import {
  CONSUME_PERSONAL,
  CONSUME_SHARED,
  SECONDS_UNTIL_FREE,
  type Hit,
  type SharedHit,
} from "./statements"
import type { ConsumedLimits, IssueOutcome, HitCount } from "../types"
import { columnsOf, type Bucket, type Buckets } from "./buckets"

/** Thrown inside the transaction of a send, so that what it consumed is rolled back. */
export class LimitReached extends Error {
  constructor(readonly buckets: Bucket[]) {
    super("limit reached")
  }
}

/**
 * Consumes one hit of each limit, or none at all: first of the personal ones, then of the shared ones, so that two
 * sends cannot wait for each other.
 *
 * @param context of an open transaction
 * @throws LimitReached when a limit has no hit left; the caller rolls back
 */
export async function consumeLimits(
  context: Context,
  { personal, shared }: Buckets
): Promise<{ limits: ConsumedLimits; shared: SharedHit[] }> {
  const ofPerson = personal.length
    ? await execute(context, CONSUME_PERSONAL, columnsOf(personal))
    : []
  const ofAll =
    shared.length && ofPerson.length === personal.length
      ? await execute(context, CONSUME_SHARED, columnsOf(shared))
      : []
  const hits = [...ofPerson, ...ofAll]
  if (hits.length < personal.length + shared.length) {
    throw new LimitReached([...personal, ...shared])
  }
  return { limits: consumedBy(hits), shared: ofAll }
}

/** What `giveBack` takes for some hits. */
export function consumedBy(hits: Hit[]): ConsumedLimits {
  return { keys: hits.map(({ key }) => key), hit_at: hits[0]?.hit_at ?? null }
}

/**
 * Consumes a hit of a limit, if it has one left.
 *
 * @param bucket the limit, or none
 */
export async function countHit(
  context: Context,
  bucket: Bucket | undefined
): Promise<HitCount> {
  const buckets = bucket ? [bucket] : []
  const hits = bucket
    ? await execute(context, CONSUME_PERSONAL, columnsOf(buckets))
    : []
  if (hits.length < buckets.length) {
    const seconds = await secondsUntilFree(context, buckets)
    return { outcome: "throttled", retry_after: Math.max(1, seconds) }
  }
  return { outcome: "counted", limits: consumedBy(hits) }
}

/** What was issued, or, if a limit had no hit left, the seconds to wait. */
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

/** Whether something stayed within its limits. */
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

/** Consumes the one hit that a key has in a period, if it is there. */
export async function consumeOneTimeKey(
  context: Context,
  key: string,
  seconds: number
): Promise<boolean> {
  const limits = columnsOf([{ key, max: 1, seconds }])
  return Boolean(await executeOne(context, CONSUME_PERSONAL, limits))
}

/** Seconds until every limit has a hit left; 0 if all have one now. */
export async function secondsUntilFree(
  context: Context,
  limits: Bucket[]
): Promise<number> {
  const columns = columnsOf(limits)
  const [{ seconds }] = await execute(context, SECONDS_UNTIL_FREE, columns)
  return seconds
}
