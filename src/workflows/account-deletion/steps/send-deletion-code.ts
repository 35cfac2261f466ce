import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
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
    const sent = await sendDeletionCode(container, customer, client_ip)
    return new StepResponse(sent, sent)
  },
  undoSend
)

/** A sent code, and by which contact it went. */
export type SentDeletionCode = Challenge & { contact: Contact }

/**
 * Sends a customer the code that confirms the deletion of their account.
 *
 * @param clientIp for `limits.per_ip_hour`
 * @throws PluginError `contact_missing`, `otp_throttled`, `otp_delivery_failed`
 * @example const { contact } = await sendDeletionCode(container, customer, req.ip)
 */
export async function sendDeletionCode(
  container: MedusaContainer,
  customer: CustomerContacts,
  clientIp?: string
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
    client_ip: clientIp,
    share: customer[`${contact}_verified`] ? "owner" : "named",
  })
  return { ...challenge, contact }
}
