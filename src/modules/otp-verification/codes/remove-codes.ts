import type { Context } from "@medusajs/framework/types"
import { execute } from "../../../sql"
import { COUNTED, loginKey, resendKey, testKey } from "../limits/buckets"
import { DELETE_LIMITS, PURGE_LIMITS } from "../limits/statements"
import { budgetsOf, type OtpHashes } from "./code"
import { DELETE_CODES_OF, PURGE_CODES } from "./statements"

/** By what the codes and limits of a person are found. */
export type Traces = {
  /** The ids that codes were issued to. */
  subjects: string[]
  /** Where codes went, in the normal form. */
  destinations: string[]
  /** Everything that codes are issued for. */
  purposes: readonly string[]
}

/**
 * Deletes every code and limit of a person. Rows are locked in the order in which everything else locks them, so that
 * none waits for the other for ever: a send consumes its limits before it stores its code, and a guess is counted on
 * the code before it is charged to the limit on failures.
 *
 * @param context of an open transaction
 */
export async function forgetPerson(
  context: Context,
  hashes: OtpHashes,
  traces: Traces
): Promise<void> {
  const subjects = subjectsOf(traces, hashes)
  const { sends, failures } = personalKeys(traces, hashes)
  await execute(context, DELETE_LIMITS, { keys: sends })
  await execute(context, DELETE_CODES_OF, { subjects })
  await execute(context, DELETE_LIMITS, { keys: failures })
}

/**
 * Deletes every limit of a person, and no code.
 *
 * @param context of an open transaction
 */
export async function resetLimits(
  context: Context,
  hashes: OtpHashes,
  traces: Traces
): Promise<void> {
  const { sends, failures } = personalKeys(traces, hashes)
  // Not where somebody leaves: with a new account for each hundred guesses, the code of a test contact would be found.
  const tests = traces.destinations.map((to) => testKey(to, hashes.limit))
  await execute(context, DELETE_LIMITS, { keys: sends })
  await execute(context, DELETE_LIMITS, { keys: [...failures, ...tests] })
}

/**
 * All that codes are issued to a person for, by subject and purpose.
 *
 * @example codesOf(traces, hashes).map((code) => failureBucket(limits, code, keyOf))
 */
export function codesOf(
  traces: Traces,
  hashes: OtpHashes
): { subject: string; purpose: string }[] {
  return subjectsOf(traces, hashes).flatMap((subject) =>
    traces.purposes.map((purpose) => ({ subject, purpose }))
  )
}

/** With the subjects of anonymous requests, and those that count for the person's own token. */
function subjectsOf(
  { subjects, destinations }: Traces,
  hashes: OtpHashes
): string[] {
  return budgetsOf([...subjects, ...destinations.map(hashes.destination)])
}

/** Deletes one batch of old codes and one of idle limits, and says how many of each. */
export async function purgeBatch(
  context: Context,
  limit: number
): Promise<{ codes: number; limits: number }> {
  const codes = await execute(context, PURGE_CODES, { limit })
  const limits = await execute(context, PURGE_LIMITS, { limit })
  return { codes: codes.length, limits: limits.length }
}

/** The keys of all limits that are about a person: those that sends and logins consume, and those that failures are charged to. */
function personalKeys(
  traces: Traces,
  hashes: OtpHashes
): { sends: string[]; failures: string[] } {
  const { destinations } = traces
  const keyOf = hashes.limit
  const codes = codesOf(traces, hashes)
  const ofDestinations = destinations.flatMap((destination) =>
    COUNTED.flatMap((counted) => [
      keyOf(`${counted}/hour`, destination),
      keyOf(`${counted}/day`, destination),
    ])
  )
  return {
    sends: [
      ...codes.flatMap((code) =>
        [true, false].map((text_message) =>
          resendKey({ ...code, text_message }, keyOf)
        )
      ),
      ...ofDestinations,
      ...destinations.map((contact) => loginKey(contact, keyOf)),
    ],
    failures: codes.map(({ subject, purpose }) =>
      keyOf("failures", subject, purpose)
    ),
  }
}
