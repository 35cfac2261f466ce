import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  accountDeletionMessage,
  type AccountDeletionEvent,
} from "../../notifications"
import { deletionContact, logFailedDelivery } from "../../codes"

/** News of a request for its customer. */
export type News = {
  customer_id: string
  news: AccountDeletionEvent
  scheduled_at?: Date
}

/**
 * Tells a customer what happened to their account. A provider that fails is logged.
 *
 * @example await tellCustomer(container, { customer_id, news: "cancelled" })
 */
export async function tellCustomer(
  container: MedusaContainer,
  { customer_id, news, scheduled_at }: News
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const customer = await registration.retrieveContacts(customer_id)
  const reached = customer && deletionContact(customer, options)
  if (!reached) {
    return
  }
  const { contact, destination, channel } = reached
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: destination,
      channel,
      template: `customer-registration/account_deletion_${news}`,
      trigger_type: `account_deletion.${news}`,
      receiver_id: customer_id,
      content: accountDeletionMessage({
        contact,
        event: news,
        scheduled_at,
        storefront_url: options.storefrontUrl,
      }),
    })
  } catch (error) {
    logFailedDelivery(container, `the news of a ${news} deletion`, error)
  }
}
