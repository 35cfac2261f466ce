import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { isPluginError, PluginError, type ErrorCode } from "../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type AttemptInput,
  type AttemptOutcome,
} from "../modules/otp-verification"
import { contactToProve } from "./customer-contact"
import { readOtpToken } from "./otp-token"
import {
  PURPOSES,
  VERIFICATION_TYPES,
  type ClaimsOf,
  type OtpPurpose,
  type VerificationType,
} from "./purposes"

/** What a client sends back: the token of a send, and the code from the message. */
export type TypedCode = { token: string; code: string }

/** What a right code proved. Nothing in it is secret. */
export type ProvenContact = {
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
 * Consumes a code that verifies an e-mail or a phone.
 *
 * @throws PluginError as `readOtpToken` and `consumeCode`; `contact_taken` if it has been taken off the customer, because
 * somebody else has proven it
 * @example const { customer_id } = await proveVerification(container, { token, code: "482917" })
 */
export async function proveVerification(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<ProvenContact> {
  const claims = readOtpToken(container, token, VERIFICATION_TYPES)
  const { customer_id, purpose: type } = claims
  const contact = PURPOSES[type].verifies
  const { destination_hash } = await consumeCustomersCode(container, {
    claims,
    contact,
    code,
  })
  return { customer_id, type, destination_hash }
}

type CustomersCode = {
  claims: Extract<ClaimsOf<OtpPurpose>, { customer_id: string }>
  contact: Contact
  code: string
}

/**
 * Consumes a code that went to a contact which its customer has. It is compared with where it would go today: a code
 * that went to an old contact proves nothing.
 *
 * @returns the customer, if there still is one, and the keyed hash of the contact
 * @throws PluginError as `consumeCode`
 * @example const { destination_hash } = await consumeCustomersCode(container, { claims, contact: "phone", code })
 */
export async function consumeCustomersCode(
  container: MedusaContainer,
  { claims: { jti, purpose, own, customer_id }, contact, code }: CustomersCode
): Promise<{ customer?: CustomerContacts; destination_hash: string }> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await registration.retrieveContacts(customer_id)
  const today =
    customer && contactToProve(customer, contact, registration.getOptions())
  const destination = today ?? ""
  const isTakenOff =
    customer && !customer[contact] && PURPOSES[purpose].verifies
  const attempt = { id: jti, subject: customer_id, own, purpose }
  await consumeCode(container, { ...attempt, destination, code }).catch(
    (error: unknown) => {
      // A code that still counts, to a contact that is gone: somebody else has proven it.
      throw isTakenOff && isPluginError(error) && error.code === "otp_invalid"
        ? new PluginError("contact_taken")
        : error
    }
  )
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(destination)
  return { customer, destination_hash }
}

/**
 * Counts one guess at a code, and consumes the code if the guess is right. Not a workflow: a workflow's input is part
 * of its state, and a code must not be.
 *
 * @throws PluginError `otp_invalid`, `otp_expired`, `otp_used`, `otp_attempts_exceeded`
 * @example await consumeCode(container, { id: jti, subject: customerId, purpose, destination, code })
 */
export async function consumeCode(
  container: MedusaContainer,
  attempt: AttemptInput & { purpose: OtpPurpose }
): Promise<void> {
  const outcome = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .attempt(attempt)
  if (outcome !== "accepted") {
    throw new PluginError(REFUSALS[outcome])
  }
}
