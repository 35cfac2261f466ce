import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { contactToProve } from "../otp/contact-to-prove"
import { readOtpToken, takeCode, type TypedCode } from "../otp/take-code"

/**
 * Takes the code that confirms the deletion of an account.
 *
 * @returns whose account it is
 * @throws PluginError as `readOtpToken` and `takeCode`
 * @example const { customer_id } = await proveAccountDeletion(container, { token, code: "482917" })
 */
export async function proveAccountDeletion(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<{ customer_id: string }> {
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
  await takeCode(container, {
    id: jti,
    subject: customer_id,
    purpose,
    destination: today ?? "",
    code,
  })
  return { customer_id }
}
