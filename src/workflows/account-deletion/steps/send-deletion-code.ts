import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  deletionContact,
  requireContacts,
  sendCode,
  undoSend,
} from "../../../codes"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export type SendDeletionCodeInput = {
  customer_id: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

export const sendDeletionCodeStepId = "send-account-deletion-code"

/**
 * Sends a customer the code that confirms the deletion of their account.
 *
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_throttled`, `otp_delivery_failed`
 */
export const sendDeletionCodeStep = createStep(
  sendDeletionCodeStepId,
  async ({ customer_id, client_ip }: SendDeletionCodeInput, { container }) => {
    const customer = await requireContacts(container, customer_id)
    const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
    const reached = deletionContact(customer, options)
    if (!reached) {
      throw new PluginError("contact_missing")
    }
    const { contact, destination } = reached
    const challenge = await sendCode(container, {
      subject: customer_id,
      purpose: "account_deletion_request",
      contact,
      destination,
      client_ip,
      share: customer[`${contact}_verified`] ? "owner" : "named",
    })
    return new StepResponse({ ...challenge, contact }, challenge)
  },
  undoSend
)
