import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import type { Contact } from "../../../options"
import { contactToProve } from "../../../codes/contact-to-prove"
import { sendCode } from "../../../codes/send-code"
import { verifiableCustomer } from "../../../codes/verifiable-customer"
import { assertContactFree } from "../../shared/assert-contact-free"

export type ContactChangeInput = {
  customer_id: string
  contact: Contact
  /** The new contact in its normal form. */
  value: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

export const sendContactChangeCodeStepId = "send-contact-change-code"

/**
 * Sends a code to a customer's new contact, in place of that of an older pending change. Undone, the code is void;
 * the limits it took stay taken, for the message went out.
 *
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `already_verified`, `contact_taken`,
 * `otp_throttled`, `otp_delivery_failed`
 */
export const sendContactChangeCodeStep = createStep(
  sendContactChangeCodeStepId,
  async (input: ContactChangeInput, { container }) => {
    await assertChangeable(input, container)
    const challenge = await sendCode(container, {
      subject: input.customer_id,
      purpose: "contact_change",
      contact: input.contact,
      destination: input.value,
      client_ip: input.client_ip,
    })
    return new StepResponse(challenge, challenge)
  },
  async (challenge, { container }) => {
    if (challenge) {
      await container.resolve(OTP_VERIFICATION_MODULE).voidCode(challenge)
    }
  }
)

async function assertChangeable(
  { customer_id, contact, value }: ContactChangeInput,
  container: MedusaContainer
): Promise<void> {
  const customer = await verifiableCustomer(container, customer_id, contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const unchanged = contactToProve(customer, contact, options) === value
  if (unchanged && customer[`${contact}_verified`]) {
    throw new PluginError("already_verified")
  }
  await assertContactFree(container, contact, value, customer_id)
}
