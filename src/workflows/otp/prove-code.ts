import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError, type ErrorCode } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type AttemptOutcome,
} from "../../modules/otp-verification"
import { contactToProve } from "./contact-to-prove"
import {
  VERIFICATION_CONTACTS,
  VERIFICATION_TYPES,
  type VerificationType,
} from "./verification-types"

/** What a right code proved. Nothing in it is secret. */
export type Proof = {
  customer_id: string
  type: VerificationType
  /** Keyed hash of the contact that the code went to. */
  destination_hash: string
}

const REFUSALS = {
  invalid: "otp_invalid",
  expired: "otp_expired",
  used: "otp_used",
  attempts_exceeded: "otp_attempts_exceeded",
} as const satisfies Record<Exclude<AttemptOutcome, "accepted">, ErrorCode>

/**
 * Takes one guess at a code, and consumes it if it is right. Not a workflow: a workflow's input is part of its
 * state, and a code must not be.
 *
 * @throws PluginError `otp_token_invalid`, `otp_invalid`, `otp_expired`, `otp_used`, `otp_attempts_exceeded`
 * @example const { customer_id } = await proveCode(container, { token, code: "482917" })
 */
export async function proveCode(
  container: MedusaContainer,
  { token, code }: { token: string; code: string }
): Promise<Proof> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const claims = otp.readToken(token, VERIFICATION_TYPES)
  if (!claims) {
    throw new PluginError("otp_token_invalid")
  }
  const { jti, customer_id, purpose } = claims
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await registration.retrieveContacts(customer_id)
  // The code is compared with where it would go today: one that went to an old contact proves nothing.
  const destination =
    (customer &&
      contactToProve(
        customer,
        VERIFICATION_CONTACTS[purpose],
        registration.getOptions()
      )) ??
    ""
  const outcome = await otp.attempt({
    id: jti,
    subject: customer_id,
    purpose,
    destination,
    code,
  })
  if (outcome !== "accepted") {
    throw new PluginError(REFUSALS[outcome])
  }
  return {
    customer_id,
    type: purpose,
    destination_hash: otp.hashDestination(destination),
  }
}
