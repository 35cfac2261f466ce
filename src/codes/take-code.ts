import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError, type ErrorCode } from "../errors"
import {
  OTP_VERIFICATION_MODULE,
  type AttemptInput,
  type AttemptOutcome,
  type ClaimsOf,
  type OtpPurpose,
} from "../modules/otp-verification"

/** What a client sends back: the token of a send, and the code from the message. */
export type TypedCode = { token: string; code: string }

const REFUSALS = {
  invalid: "otp_invalid",
  expired: "otp_expired",
  used: "otp_used",
  attempts_exceeded: "otp_attempts_exceeded",
} as const satisfies Record<Exclude<AttemptOutcome, "accepted">, ErrorCode>

/**
 * Reads a token for one of these purposes.
 *
 * @throws PluginError `otp_token_invalid`
 * @example const { customer_id } = readOtpToken(container, token, ["contact_change"])
 */
export function readOtpToken<Purpose extends OtpPurpose>(
  container: MedusaContainer,
  token: string,
  purposes: readonly Purpose[]
): ClaimsOf<Purpose> {
  const claims = container
    .resolve(OTP_VERIFICATION_MODULE)
    .readToken(token, purposes)
  if (!claims) {
    throw new PluginError("otp_token_invalid")
  }
  return claims
}

/**
 * Takes one guess at a code, and consumes it if it is right. Not a workflow: a workflow's input is part of its
 * state, and a code must not be.
 *
 * @throws PluginError `otp_invalid`, `otp_expired`, `otp_used`, `otp_attempts_exceeded`
 * @example await takeCode(container, { id: jti, subject: customerId, purpose, destination, code })
 */
export async function takeCode(
  container: MedusaContainer,
  attempt: AttemptInput
): Promise<void> {
  const outcome = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .attempt(attempt)
  if (outcome !== "accepted") {
    throw new PluginError(REFUSALS[outcome])
  }
}
