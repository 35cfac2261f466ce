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
 * Reads the token of a contact change, whose code is still to be proven.
 *
 * @param customerId who is logged in: nobody applies another customer's change
 * @throws PluginError as `readOtpToken`
 * @example const { value } = readContactChange(container, req.auth_context.actor_id, token)
 */
export function readContactChange(
  container: MedusaContainer,
  customerId: string,
  token: string
): ProvenChange & { jti: string; purpose: "contact_change"; own?: boolean } {
  const { jti, purpose, own, customer_id, contact, new_value } = readOtpToken(
    container,
    token,
    ["contact_change"]
  )
  if (customer_id !== customerId) {
    throw new PluginError("otp_token_invalid")
  }
  return { jti, purpose, own, customer_id, contact, value: new_value }
}

/**
 * Consumes the code that went to a customer's new contact.
 *
 * @param customerId who is logged in
 * @throws PluginError as `readContactChange` and `consumeCode`
 * @example const { contact, value } = await proveContactChange(container, req.auth_context.actor_id, { token, code })
 */
export async function proveContactChange(
  container: MedusaContainer,
  customerId: string,
  { token, code }: TypedCode
): Promise<ProvenChange> {
  const { jti, purpose, own, ...change } = readContactChange(
    container,
    customerId,
    token
  )
  await consumeCode(container, {
    id: jti,
    subject: change.customer_id,
    own,
    purpose,
    destination: change.value,
    code,
  })
  return change
}
