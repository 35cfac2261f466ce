import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { PluginError } from "../errors"
import { consumeCode, type TypedCode } from "./consume-code"
import { readOtpToken } from "./otp-token"

/** A contact change that its customer proved. */
export type ProvenChange = {
  customer_id: string
  contact: Contact
  /** The new contact in its normal form. */
  value: string
}

/**
 * Consumes the code that went to a customer's new contact.
 *
 * @param customerId who is logged in: nobody applies another customer's change
 * @throws PluginError as `readOtpToken` and `consumeCode`
 * @example const { contact, value } = await proveContactChange(container, req.auth_context.actor_id, { token, code })
 */
export async function proveContactChange(
  container: MedusaContainer,
  customerId: string,
  { token, code }: TypedCode
): Promise<ProvenChange> {
  const { jti, purpose, own, customer_id, contact, new_value } = readOtpToken(
    container,
    token,
    ["contact_change"]
  )
  if (customer_id !== customerId) {
    throw new PluginError("otp_token_invalid")
  }
  await consumeCode(container, {
    id: jti,
    subject: customer_id,
    own,
    purpose,
    destination: new_value,
    code,
  })
  return { customer_id, contact, value: new_value }
}
