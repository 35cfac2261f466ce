import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { contactToProve } from "./contact-to-prove"
import { readOtpToken, takeCode, type TypedCode } from "./take-code"
import {
  VERIFICATION_CONTACTS,
  VERIFICATION_TYPES,
  type VerificationType,
} from "./verification-types"

/** What a right code proved. Nothing in it is secret. */
export type ProvenContact = {
  customer_id: string
  type: VerificationType
  /** Keyed hash of the contact that the code went to. */
  destination_hash: string
}

/**
 * Takes a code that verifies an e-mail or a phone.
 *
 * @throws PluginError as `readOtpToken` and `takeCode`
 * @example const { customer_id } = await proveVerification(container, { token, code: "482917" })
 */
export async function proveVerification(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<ProvenContact> {
  const { jti, customer_id, purpose } = readOtpToken(
    container,
    token,
    VERIFICATION_TYPES
  )
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await registration.retrieveContacts(customer_id)
  const contact = VERIFICATION_CONTACTS[purpose]
  // The code is compared with where it would go today: one that went to an old contact proves nothing.
  const today =
    customer && contactToProve(customer, contact, registration.getOptions())
  const destination = today ?? ""
  await takeCode(container, {
    id: jti,
    subject: customer_id,
    purpose,
    destination,
    code,
  })
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(destination)
  return { customer_id, type: purpose, destination_hash }
}
