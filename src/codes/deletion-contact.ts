import type { CustomerContacts } from "../modules/customer-registration"
import {
  CONTACTS,
  verificationOf,
  type Contact,
  type PluginOptions,
} from "../options"
import { contactToProve } from "./contact-to-prove"

/** Where a customer is reached about the deletion of their account. */
export type DeletionContact = { contact: Contact; destination: string }

/**
 * The contact that codes and news of a deletion go to: a verified one before one that is merely on file, an e-mail
 * before a phone; and only one to which this store sends codes.
 *
 * @example deletionContact(customer, options)?.contact // "email"
 */
export function deletionContact(
  customer: CustomerContacts,
  options: PluginOptions
): DeletionContact | undefined {
  const reachable = CONTACTS.flatMap((contact) => {
    const destination = contactToProve(customer, contact, options)
    return destination && verificationOf(options, contact)
      ? [{ contact, destination }]
      : []
  })
  const verified = reachable.find(
    ({ contact }) => customer[`${contact}_verified`]
  )
  return verified ?? reachable[0]
}
