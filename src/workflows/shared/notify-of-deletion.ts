import type { MedusaContainer } from "@medusajs/framework/types"
import { deletionContact, deliverNotice, noticeContent } from "../../codes"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  accountDeletionMessage,
  accountDeletionValues,
  type AccountDeletionEvent,
} from "../../notifications"

export type DeletionNotification = {
  customer_id: string
  /** What happened to the request. */
  event: AccountDeletionEvent
  scheduled_at?: Date
  /** The language of the message (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

/**
 * Notifies a customer of what happened to the deletion of their account. A provider that fails is logged.
 *
 * @example await notifyOfDeletion(container, { customer_id, event: "cancelled" })
 */
export async function notifyOfDeletion(
  container: MedusaContainer,
  { customer_id, event, scheduled_at, locale }: DeletionNotification
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const customer = await registration.retrieveContacts(customer_id)
  const reached = customer && deletionContact(customer, options)
  if (!reached) {
    return
  }
  const { contact, destination, channel } = reached
  const kind = `account_deletion_${event}` as const
  const style = registration
    .getMessages()
    .styleOf(kind, contact, locale, customer.locale)
  const facts = { contact, event, scheduled_at }
  await deliverNotice(container, `the notice of a ${event} deletion`, {
    to: destination,
    channel,
    trigger_type: `account_deletion.${event}`,
    receiver_id: customer_id,
    ...noticeContent(container, kind, style, facts, {
      message: accountDeletionMessage,
      values: accountDeletionValues,
    }),
  })
}
