import type { Context } from "@medusajs/framework/types"
import type { PluginOptions } from "../../../options"
import { bucketsOfSend, failureBucket } from "../limits/buckets-of-send"
import {
  LimitReached,
  secondsUntilFree,
  takeLimits,
} from "../limits/take-limits"
import type { IssueInput, IssueOutcome } from "../types"
import type { OtpHashes } from "./otp-hashes"
import { storeCode } from "./store-code"

/**
 * Takes the limits of a send and stores its code.
 *
 * @param context of an open transaction
 * @throws LimitReached when a limit has no hit left; the caller rolls back
 */
export async function issueCode(
  context: Context,
  hashes: OtpHashes,
  options: PluginOptions,
  input: IssueInput
): Promise<IssueOutcome> {
  const { limits } = options
  const failures = failureBucket(limits, input, hashes.limit)
  if ((await secondsUntilFree(context, failures)) > 0) {
    throw new LimitReached(failures)
  }
  const asked = bucketsOfSend(limits, input, hashes.limit)
  const taken = await takeLimits(context, asked)
  const { code, ...stored } = await storeCode(context, hashes, options, input)
  const challenge = { ...stored, purpose: input.purpose, taken }
  return { outcome: "issued", challenge, code }
}
