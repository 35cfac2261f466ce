import type { Context } from "@medusajs/framework/types"
import { executeOne } from "../../../sql"
import { columnsOf, type Bucket } from "../limits/buckets"
import { secondsUntilFree } from "../limits/consume-limits"
import {
  CONSUME,
  STATE_OF_CODE,
  type AttemptColumns,
  type CountedAttempt,
} from "./statements"
import type { AttemptInput, AttemptOutcome, Guess, RightCode } from "../types"
import { sameHash, type OtpHashes } from "./code"

/**
 * What a statement is bound to that counts a guess.
 *
 * @param failures the limit on wrong codes, or none
 */
export function attemptColumns(
  failures: Bucket | undefined,
  { id, subject, purpose }: Pick<RightCode, "id" | "subject" | "purpose">
): AttemptColumns {
  return { id, subject, purpose, ...columnsOf(failures ? [failures] : []) }
}

/**
 * Compares a guess that was counted.
 *
 * @param failures the limit on wrong codes, or none
 * @param counted nothing if the code may not be guessed
 */
export async function compareGuess(
  context: Context,
  hashes: OtpHashes,
  failures: Bucket | undefined,
  input: AttemptInput,
  counted: CountedAttempt | undefined
): Promise<Guess> {
  const { id, subject, purpose } = input
  if (!counted) {
    return { outcome: await refusal(context, failures, input) }
  }
  const { code_hash, destination_hash, hit_at } = counted
  if (failures && !hit_at) {
    return { outcome: "attempts_exceeded" }
  }
  const rightCode = sameHash(code_hash, hashes.code(input))
  const rightDestination = sameHash(
    destination_hash,
    hashes.destination(input.destination)
  )
  if (!rightCode || !rightDestination) {
    return { outcome: "invalid" }
  }
  const limit_key = failures ? failures.key : null
  const code = { id, subject, purpose, limit_key, hit_at }
  return { outcome: "right", code }
}

/** Consumes a code that was guessed right, once. */
export async function consumeCode(
  context: Context,
  failures: Bucket | undefined,
  code: RightCode
): Promise<AttemptOutcome> {
  const { id, limit_key, hit_at } = code
  const consumed = await executeOne(context, CONSUME, { id, limit_key, hit_at })
  return consumed ? "accepted" : await refusal(context, failures, code)
}

async function refusal(
  context: Context,
  failures: Bucket | undefined,
  { id, subject, purpose }: Pick<RightCode, "id" | "subject" | "purpose">
): Promise<Exclude<AttemptOutcome, "accepted">> {
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
