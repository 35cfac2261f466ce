import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  contactToProve,
  isSettled,
  requireVerifiable,
  sendCode,
  undoSend,
} from "../../codes"
import { PluginError } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { Contact } from "../../options"
import { assertContactFree } from "../shared/claim-contacts"

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
 * Sends a code to a customer's new contact, in place of that of an older pending change.
 *
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `already_verified`, `contact_taken`,
 * `otp_throttled`, `otp_delivery_failed`
 */
export const sendContactChangeCodeStep = createStep(
  sendContactChangeCodeStepId,
  async (input: ContactChangeInput, { container }) => {
    await assertChangeable(input, container)
    const { customer_id, contact, value, client_ip } = input
    const challenge = await sendCode(container, {
      subject: customer_id,
      purpose: "contact_change",
      contact,
      destination: value,
      client_ip,
      share: "named",
    })
    return new StepResponse(challenge, challenge)
  },
  undoSend
)

async function assertChangeable(
  { customer_id, contact, value }: ContactChangeInput,
  container: MedusaContainer
): Promise<void> {
  const customer = await requireVerifiable(container, customer_id, contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const unchanged = contactToProve(customer, contact, options) === value
  if (unchanged && (await isSettled(container, customer, contact))) {
    throw new PluginError("already_verified")
  }
  await assertContactFree(container, contact, value, customer_id)
}

export const sendContactChangeOtpWorkflowId = "send-contact-change-otp"

/**
 * Sends a code to the contact that a customer wants to change to. Nothing is written to the customer: the new value
 * travels in the token. Used by `POST /store/customers/me/contact`.
 *
 * @returns the sent code's id and expiry; `signOtpToken` makes the client's token of it
 * @throws PluginError as `sendContactChangeCodeStep`
 * @example
 * const change = { customer_id, contact: "phone", value: "+15559998888" }
 * const { result } = await sendContactChangeOtpWorkflow(container).run({ input: change })
 */
export const sendContactChangeOtpWorkflow = createWorkflow(
  sendContactChangeOtpWorkflowId,
  (input: ContactChangeInput) =>
    new WorkflowResponse(sendContactChangeCodeStep(input))
)
