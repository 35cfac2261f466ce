import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { sendCode } from "../../../codes/send-code"
import { deletionContact } from "../../../codes/deletion-contact"

export type SendDeletionCodeInput = {
  customer_id: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

export const sendDeletionCodeStepId = "send-account-deletion-code"

/**
 * Sends a customer the code that confirms the deletion of their account. Undone, the code is void; the limits it
 * took stay taken, for the message went out.
 *
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_throttled`, `otp_delivery_failed`
 */
export const sendDeletionCodeStep = createStep(
  sendDeletionCodeStepId,
  async ({ customer_id, client_ip }: SendDeletionCodeInput, { container }) => {
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const customer = await registration.retrieveContacts(customer_id)
    if (!customer) {
      throw new PluginError("customer_not_found")
    }
    const reached = deletionContact(customer, registration.getOptions())
    if (!reached) {
      throw new PluginError("contact_missing")
    }
    const challenge = await sendCode(container, {
      ...reached,
      subject: customer_id,
      purpose: "account_deletion_request",
      client_ip,
    })
    const sent = { ...challenge, contact: reached.contact }
    return new StepResponse(sent, challenge)
  },
  async (challenge, { container }) => {
    if (challenge) {
      await container.resolve(OTP_VERIFICATION_MODULE).voidCode(challenge)
    }
  }
)
