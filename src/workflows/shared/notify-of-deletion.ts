import type { MedusaContainer } from "@medusajs/framework/types"
import { deletionContact, deliverNotice } from "../../codes"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  accountDeletionMessage,
  type AccountDeletionEvent,
} from "../../notifications"

export type DeletionNotification = {
  customer_id: string
  /** What happened to the request. */
  event: AccountDeletionEvent
  scheduled_at?: Date
}

/**
 * Notifies a customer of what happened to the deletion of their account. A provider that fails is logged.
 *
 * @example await notifyOfDeletion(container, { customer_id, event: "cancelled" })
 */
export async function notifyOfDeletion(
  container: MedusaContainer,
  { customer_id, event, scheduled_at }: DeletionNotification
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const customer = await registration.retrieveContacts(customer_id)
  const reached = customer && deletionContact(customer, options)
  if (!reached) {
    return
  }
  const { contact, destination, channel } = reached
  await deliverNotice(container, `the notice of a ${event} deletion`, {
    to: destination,
    channel,
    template: `customer-registration/account_deletion_${event}`,
    trigger_type: `account_deletion.${event}`,
    receiver_id: customer_id,
    content: accountDeletionMessage({
      contact,
      event,
      scheduled_at,
      storefront_url: options.storefrontUrl,
    }),
  })
}
