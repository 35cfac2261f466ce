import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  chooseLocale,
  deletionContact,
  requireContacts,
  sendCode,
  undoSend,
} from "../../../codes"
import { PluginError } from "../../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../../../modules/customer-registration"
import type { Challenge } from "../../../modules/otp-verification"
import type { Contact } from "../../../options"

export type SendDeletionCodeInput = {
  customer_id: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** The language of the message (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

export const sendDeletionCodeStepId = "send-account-deletion-code"

/**
 * Sends a customer the code that confirms the deletion of their account.
 *
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_throttled`, `otp_delivery_failed`
 */
export const sendDeletionCodeStep = createStep(
  sendDeletionCodeStepId,
  async (input: SendDeletionCodeInput, { container }) => {
    const customer = await requireContacts(container, input.customer_id)
    const sent = await sendDeletionCode(container, customer, input)
    return new StepResponse(sent, sent)
  },
  undoSend
)

/** A sent code, and by which contact it went. */
export type SentDeletionCode = Challenge & { contact: Contact }

/**
 * Sends a customer the code that confirms the deletion of their account.
 *
 * @throws PluginError `contact_missing`, `otp_throttled`, `otp_delivery_failed`
 * @example const { contact } = await sendDeletionCode(container, customer, { client_ip: req.ip })
 */
export async function sendDeletionCode(
  container: MedusaContainer,
  customer: CustomerContacts,
  { client_ip, locale }: Omit<SendDeletionCodeInput, "customer_id">
): Promise<SentDeletionCode> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const reached = deletionContact(customer, options)
  if (!reached) {
    throw new PluginError("contact_missing")
  }
  const { contact, destination } = reached
  const challenge = await sendCode(container, {
    subject: customer.id,
    purpose: "account_deletion_request",
    contact,
    destination,
    client_ip,
    locale: chooseLocale(container, locale, customer),
    share: customer[`${contact}_verified`] ? "owner" : "named",
  })
  return { ...challenge, contact }
}
