import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { PluginOptions } from "../../../options"
import { execute } from "../../../sql"
import { bucketsOfSend, failureBucket } from "../limits/buckets"
import {
  consumeLimits,
  LimitReached,
  secondsUntilFree,
} from "../limits/consume-limits"
import {
  DELETE_CODE,
  GIVE_BACK,
  LOCK_LIMITS,
  type SharedHit,
  STORE_CODE,
} from "../statements"
import type { Challenge, IssueInput, IssueOutcome } from "../types"
import { budgetOf, generateCode, type OtpHashes } from "./code"

type Issued = Extract<IssueOutcome, { outcome: "issued" }>

/**
 * Consumes the limits of a send and stores its code.
 *
 * @param context of an open transaction
 * @throws LimitReached when a limit has no hit left; the caller rolls back
 */
export async function issueCode(
  context: Context,
  hashes: OtpHashes,
  options: PluginOptions,
  requested: IssueInput
): Promise<Issued & { shared: SharedHit[] }> {
  const own = requested.share !== undefined
  const input = { ...requested, subject: budgetOf(requested.subject, own) }
  const failures = failureBucket(options.limits, input, hashes.limit)
  if (failures && (await secondsUntilFree(context, [failures])) > 0) {
    throw new LimitReached([failures])
  }
  const buckets = bucketsOfSend(options.limits, input, hashes.limit)
  const { limits, shared } = await consumeLimits(context, buckets)
  const { code, ...stored } = await storeCode(context, hashes, options, input)
  const { purpose } = input
  const challenge = { ...stored, purpose, limits, ...(own && { own }) }
  return { outcome: "issued", challenge, code, shared }
}

/**
 * Makes a code and stores its hash, in place of the live one of the same subject and purpose.
 *
 * @returns the code with its id and, in ISO 8601, its expiry
 */
async function storeCode(
  context: Context,
  hashes: OtpHashes,
  { otpLength, otpCharset, maxAttempts, otpExpiryMinutes }: PluginOptions,
  input: IssueInput
): Promise<{ id: string; code: string; expires_at: string }> {
  const { subject, purpose, channel, destination } = input
  const id = generateEntityId(undefined, "otpver")
  const code = generateCode(otpLength, otpCharset)
  const [{ expires_at }] = await execute(context, STORE_CODE, {
    id,
    subject,
    purpose,
    channel,
    destination_hash: hashes.destination(destination),
    code_hash: hashes.code({ id, subject, purpose, destination, code }),
    max_attempts: maxAttempts,
    minutes: otpExpiryMinutes,
  })
  return { id, code, expires_at: expires_at.toISOString() }
}

/**
 * Deletes a code and gives back the limits it consumed, once. Rows are locked in the order of a send: limits, then the
 * code; otherwise the two could wait for each other.
 *
 * @param context of an open transaction
 */
export async function revokeCode(
  context: Context,
  { id, limits }: Pick<Challenge, "id" | "limits">
): Promise<void> {
  await execute(context, LOCK_LIMITS, { keys: limits.keys })
  const deleted = await execute(context, DELETE_CODE, { id })
  if (deleted.length) {
    await execute(context, GIVE_BACK, limits)
  }
}
