import type { Context } from "@medusajs/framework/types"
import { execute, executeOne } from "../../../sql"
import { columnsOf, type Bucket } from "../limits/buckets"
import { secondsUntilFree } from "../limits/consume-limits"
import { CONSUME, COUNT_ATTEMPT, STATE_OF_CODE } from "./statements"
import type { AttemptInput, AttemptOutcome } from "../types"
import { sameHash, type OtpHashes } from "./code"

/**
 * Counts a guess, then compares it, then consumes the code if it was right; each in a statement of its own.
 *
 * @param failures the limit on wrong codes, or none
 */
export async function attemptCode(
  context: Context,
  hashes: OtpHashes,
  failures: Bucket | undefined,
  input: AttemptInput
): Promise<AttemptOutcome> {
  const { id, subject, purpose } = input
  const counted = await executeOne(context, COUNT_ATTEMPT, {
    id,
    subject,
    purpose,
    ...columnsOf(failures ? [failures] : []),
  })
  if (!counted) {
    return await refusal(context, failures, input)
  }
  const { code_hash, destination_hash, hit_at } = counted
  if (failures && !hit_at) {
    return "attempts_exceeded"
  }
  const rightCode = sameHash(code_hash, hashes.code(input))
  const rightDestination = sameHash(
    destination_hash,
    hashes.destination(input.destination)
  )
  if (!rightCode || !rightDestination) {
    return "invalid"
  }
  const limit_key = failures ? failures.key : null
  const consumed = await execute(context, CONSUME, { id, limit_key, hit_at })
  return consumed.length ? "accepted" : await refusal(context, failures, input)
}

async function refusal(
  context: Context,
  failures: Bucket | undefined,
  { id, subject, purpose }: AttemptInput
): Promise<AttemptOutcome> {
  // Before the state of the code: this limit outlives it.
  if (failures && (await secondsUntilFree(context, [failures])) > 0) {
    return "attempts_exceeded"
  }
  const code = { id, subject, purpose }
  const state = await executeOne(context, STATE_OF_CODE, code)
  if (state?.used) {
    return "used"
  }
  return state?.exhausted ? "attempts_exceeded" : "expired"
}
