import { randomUUID } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import {
  testContactOf,
  type PluginOptions,
  type TestContact,
} from "../../../options"
import { execute, isRefusedAs, type SqlContext } from "../../../sql"
import {
  bucketsOfSend,
  columnsOfSend,
  failureBucket,
  type Buckets,
} from "../limits/buckets"
import { consumedBy, LimitReached } from "../limits/consume-limits"
import { GIVE_BACK, type SharedHit } from "../limits/statements"
import type { Challenge, IssueInput, IssueOutcome } from "../types"
import { budgetOf, generateCode, type OtpHashes } from "./code"
import { DELETE_CODE, ISSUE, type IssuedRow } from "./statements"

/** Test contacts consume no limit. */
const NONE: Buckets = { personal: [], shared: [] }

type Issued = Extract<IssueOutcome, { outcome: "issued" }>

/**
 * Consumes the limits of a send and stores the hash of its code, all in one statement.
 *
 * @throws LimitReached when a limit has no hit left
 */
export async function issueCode(
  context: Context,
  hashes: OtpHashes,
  options: PluginOptions,
  requested: IssueInput
): Promise<Issued & { shared: SharedHit[] }> {
  const own = requested.share !== undefined
  const input = { ...requested, subject: budgetOf(requested.subject, own) }
  const { limits } = options
  const failure = failureBucket(limits, input, hashes.limit)
  const failures = failure ? [failure] : []
  const test = testContactOf(options, input.destination)
  const buckets = test ? NONE : bucketsOfSend(limits, input, hashes.limit)
  const { code, ...row } = makeCode(hashes, options, input, test)
  const rows: IssuedRow[] = await execute(context, ISSUE, {
    ...row,
    ...columnsOfSend(buckets, failures),
  }).catch(orNone)
  const [issued] = rows
  if (!issued) {
    throw new LimitReached([
      ...failures,
      ...buckets.personal,
      ...buckets.shared,
    ])
  }
  const hits = rows.filter((hit) => hit.key !== null)
  const challenge = {
    id: row.id,
    purpose: input.purpose,
    expires_at: issued.expires_at.toISOString(),
    limits: consumedBy(hits),
    ...(own && { own }),
  }
  const shared = hits.filter((hit) => hit.used !== null)
  return { outcome: "issued", challenge, code, shared }
}

// Another send took the last hit of a limit meanwhile.
function orNone(error: unknown): never[] {
  if (isRefusedAs("division_by_zero", error)) {
    return []
  }
  throw error
}

/** A code, and what is stored of it. That of a test contact is fixed, and ends with it at the latest. */
function makeCode(
  hashes: OtpHashes,
  { otpLength, otpCharset, maxAttempts, otpExpiryMinutes }: PluginOptions,
  { subject, purpose, channel, destination }: IssueInput,
  test: TestContact | undefined
) {
  // Medusa's ids ask for random bytes sixteen times, which takes as long as a statement.
  const id = `otpver_${randomUUID()}`
  const code = test?.code ?? generateCode(otpLength, otpCharset)
  const left = test
    ? (test.valid_until.getTime() - Date.now()) / 60_000
    : Infinity
  return {
    id,
    code,
    subject,
    purpose,
    channel,
    destination_hash: hashes.destination(destination),
    code_hash: hashes.code({ id, subject, purpose, destination, code }),
    max_attempts: maxAttempts,
    minutes: Math.min(otpExpiryMinutes, left),
  }
}

/**
 * Gives back the limits that a code consumed, and deletes it, unless a newer one has replaced it. Rows are locked in the order
 * of a send: limits, then the code; otherwise the two could wait for each other.
 *
 * @param context of an open transaction
 */
export async function revokeCode(
  context: SqlContext,
  { id, limits }: Pick<Challenge, "id" | "limits">
): Promise<void> {
  await execute(context, GIVE_BACK, limits)
  await execute(context, DELETE_CODE, { id })
}
