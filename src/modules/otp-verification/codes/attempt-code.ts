import type { Context } from "@medusajs/framework/types"
import { testContactOf, type PluginOptions } from "../../../options"
import { execute, executeOne } from "../../../sql"
import { columnsOf, testBucket, type Bucket } from "../limits/buckets"
import { countHit, secondsUntilFree } from "../limits/consume-limits"
import { GIVE_BACK } from "../limits/statements"
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
  options: PluginOptions,
  guess: CountedGuess
): Promise<Guess> {
  const { of, failures, destination, counted } = guess
  if (!counted) {
    return { outcome: await refusal(context, failures, of) }
  }
  if (failures && !counted.hit_at) {
    return { outcome: "attempts_exceeded" }
  }
  const compare = () => compareCounted(hashes, guess, counted)
  return testContactOf(options, destination)
    ? await guessOfTest(context, hashes, destination, compare)
    : compare()
}

/**
 * A test contact has one code for all who name it, and its sends have no limit: guesses are counted for the contact, too, or
 * each new account would bring new ones.
 */
async function guessOfTest(
  context: Context,
  hashes: OtpHashes,
  destination: string,
  compare: () => Guess
): Promise<Guess> {
  const hit = await countHit(context, testBucket(destination, hashes.limit))
  if (hit.outcome === "throttled") {
    return { outcome: "attempts_exceeded" }
  }
  const guess = compare()
  if (guess.outcome === "right") {
    await execute(context, GIVE_BACK, hit.limits)
  }
  return guess
}

function compareCounted(
  hashes: OtpHashes,
  { of, code, failures, destination }: CountedGuess,
  { code_hash, destination_hash, hit_at }: CountedAttempt
): Guess {
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
