import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  assertVerifiable,
  chooseLocale,
  contactToProve,
  isSettled,
  requireContacts,
  sendCode,
  undoSend,
} from "../../codes"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../../modules/customer-registration"
import type { Challenge } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { assertContactFree } from "../shared/claim-contacts"

export type ContactChangeInput = {
  customer_id: string
  contact: Contact
  /** The new contact in its normal form. */
  value: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** The language of the message (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

/**
 * Sends a code to a customer's new contact, in place of that of an older pending change. Used by
 * `POST /store/customers/me/contact`.
 *
 * @param known the customer, if they have been read already
 * @returns the sent code's id and expiry; `signOtpToken` makes the client's token of it
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `already_verified`, `contact_taken`,
 * `otp_throttled`, `otp_delivery_failed`
 * @example const challenge = await sendContactChangeCode(container, { customer_id, contact: "phone", value: "+15559998888" })
 */
export async function sendContactChangeCode(
  container: MedusaContainer,
  input: ContactChangeInput,
  known?: CustomerContacts
): Promise<Challenge> {
  const customer = await assertChangeable(container, input, known)
  const { customer_id, contact, value, client_ip } = input
  return await sendCode(container, {
    subject: customer_id,
    purpose: "contact_change",
    contact,
    destination: value,
    client_ip,
    share: "named",
    locale: chooseLocale(container, input.locale, customer),
  })
}

async function assertChangeable(
  container: MedusaContainer,
  { customer_id, contact, value }: ContactChangeInput,
  known: CustomerContacts | undefined
): Promise<CustomerContacts> {
  assertVerifiable(container, contact)
  const customer = known ?? (await requireContacts(container, customer_id))
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const unchanged = contactToProve(customer, contact, options) === value
  if (unchanged && (await isSettled(container, customer, contact))) {
    throw new PluginError("already_verified")
  }
  await assertContactFree(container, contact, value, customer_id)
  return customer
}

export const sendContactChangeCodeStepId = "send-contact-change-code"

/** What `sendContactChangeCode` does, as a step; the compensation voids the code. */
export const sendContactChangeCodeStep = createStep(
  sendContactChangeCodeStepId,
  async (input: ContactChangeInput, { container }) => {
    const challenge = await sendContactChangeCode(container, input)
    return new StepResponse(challenge, challenge)
  },
  undoSend
)

export const sendContactChangeOtpWorkflowId = "send-contact-change-otp"

/**
 * Sends a code to the contact that a customer wants to change to. Nothing is written to the customer: the new value
 * travels in the token. For other workflows to run.
 *
 * @returns the sent code's id and expiry; `signOtpToken` makes the client's token of it
 * @throws PluginError as `sendContactChangeCode`
 * @example
 * const change = { customer_id, contact: "phone", value: "+15559998888" }
 * const { result } = await sendContactChangeOtpWorkflow(container).run({ input: change })
 */
export const sendContactChangeOtpWorkflow = createWorkflow(
  sendContactChangeOtpWorkflowId,
  (input: ContactChangeInput) =>
    new WorkflowResponse(sendContactChangeCodeStep(input))
)
