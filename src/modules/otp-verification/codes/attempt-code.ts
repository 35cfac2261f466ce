import type { Context } from "@medusajs/framework/types"
import { execute, executeOne } from "../../../sql"
import type { Bucket } from "../limits/bucket"
import { secondsUntilFree } from "../limits/take-limits"
import { CONSUME, COUNT_ATTEMPT, STATE_OF_CODE } from "../statements"
import type { AttemptInput, AttemptOutcome } from "../types"
import { sameHash, type OtpHashes } from "./otp-hashes"

type Counted = {
  code_hash: string
  destination_hash: string
  /** When the failure limit was charged; null if it had nothing left, or there is none. */
  taken_at: string | null
}

/**
 * Counts a guess, then compares it, then consumes the code if it was right; each in a statement of its own.
 *
 * @param failures the limit on wrong codes, or none
 */
export async function attemptCode(
  context: Context,
  hashes: OtpHashes,
  failures: Bucket[],
  input: AttemptInput
): Promise<AttemptOutcome> {
  const { id, subject, purpose } = input
  const counted = await executeOne<Counted>(context, COUNT_ATTEMPT, [
    id,
    subject,
    purpose,
    JSON.stringify(failures),
  ])
  if (!counted) {
    return await refusal(context, failures, input)
  }
  if (failures.length && !counted.taken_at) {
    return "attempts_exceeded"
  }
  const rightCode = sameHash(counted.code_hash, hashes.code(input))
  const rightDestination = sameHash(
    counted.destination_hash,
    hashes.destination(input.destination)
  )
  if (!rightCode || !rightDestination) {
    return "invalid"
  }
  const consumed = await execute(context, CONSUME, [
    id,
    counted.taken_at ?? "infinity",
    failures[0]?.key ?? "",
  ])
  return consumed.length ? "accepted" : await refusal(context, failures, input)
}

async function refusal(
  context: Context,
  failures: Bucket[],
  { id, subject, purpose }: AttemptInput
): Promise<AttemptOutcome> {
  // Before the state of the code: this limit outlives it.
  if ((await secondsUntilFree(context, failures)) > 0) {
    return "attempts_exceeded"
  }
  const state = await executeOne<{ used: boolean; exhausted: boolean }>(
    context,
    STATE_OF_CODE,
    [id, subject, purpose]
  )
  if (state?.used) {
    return "used"
  }
  return state?.exhausted ? "attempts_exceeded" : "expired"
}
