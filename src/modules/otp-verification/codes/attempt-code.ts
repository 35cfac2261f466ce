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
import type { AttemptOutcome, Guess, RightCode } from "../types"
import { sameHash, type OtpHashes } from "./code"

type CodeOf = Pick<RightCode, "id" | "subject" | "purpose">

/** A guess that may be counted. */
export type PreparedGuess = {
  of: CodeOf
  code: string
  /** The limit on wrong codes, or none. */
  failures: Bucket | undefined
  /** What a statement is bound to that counts it. */
  columns: AttemptColumns
}

type CountedGuess = Omit<PreparedGuess, "columns"> & {
  /** Where the code must have gone. */
  destination: string
  /** Nothing if the code may not be guessed. */
  counted: CountedAttempt | undefined
}

/** Prepares a guess to be counted. */
export function prepareGuess(
  of: CodeOf,
  code: string,
  failures: Bucket | undefined
): PreparedGuess {
  const columns = { ...of, ...columnsOf(failures ? [failures] : []) }
  return { of, code, failures, columns }
}

/** Compares a guess that was counted. */
export async function compareGuess(
  context: Context,
  hashes: OtpHashes,
  { of, code, failures, destination, counted }: CountedGuess
): Promise<Guess> {
  if (!counted) {
    return { outcome: await refusal(context, failures, of) }
  }
  const { code_hash, destination_hash, hit_at } = counted
  if (failures && !hit_at) {
    return { outcome: "attempts_exceeded" }
  }
  const rightCode = sameHash(
    code_hash,
    hashes.code({ ...of, destination, code })
  )
  const rightDestination = sameHash(
    destination_hash,
    hashes.destination(destination)
  )
  if (!rightCode || !rightDestination) {
    return { outcome: "invalid" }
  }
  const limit_key = failures ? failures.key : null
  return { outcome: "right", code: { ...of, limit_key, hit_at } }
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
  { id, subject, purpose }: CodeOf
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
