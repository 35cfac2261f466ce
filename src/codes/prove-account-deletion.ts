import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { contactToProve } from "./contact-to-prove"
import { readOtpToken, takeCode, type TypedCode } from "./take-code"
import type { SetVerifiedInput } from "../workflows/shared/set-verified"

/** Whose account a code proved, and what else it proved. Nothing in it is secret. */
export type ProvenDeletion = {
  customer_id: string
  /** The contact that the code went to, if it was not verified before. */
  newly_proven?: SetVerifiedInput
}

/**
 * Takes the code that confirms the deletion of an account.
 *
 * @throws PluginError as `readOtpToken` and `takeCode`
 * @example const { customer_id } = await proveAccountDeletion(container, { token, code: "482917" })
 */
export async function proveAccountDeletion(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<ProvenDeletion> {
  const { jti, purpose, customer_id, contact } = readOtpToken(
    container,
    token,
    ["account_deletion_request"]
  )
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await registration.retrieveContacts(customer_id)
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
  if (customer?.[`${contact}_verified`]) {
    return { customer_id }
  }
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(destination)
  return {
    customer_id,
    newly_proven: { customer_id, contact, destination_hash },
  }
}
