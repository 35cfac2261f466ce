import type { MedusaContainer } from "@medusajs/framework/types"
import { lookupForm } from "../contact"
import { loginsOf } from "../medusa/find-login"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact, PluginOptions } from "../options"
import { contactToProve } from "./customer-contact"

/**
 * Whether a login is by the contact that its customer has now. The letter case of an e-mail does not matter, nor the
 * spelling in which a phone is stored.
 *
 * @param entityId what the login is by
 * @example isPresentContact({ ...customer, phone: "(213) 373-4253" }, "phone", "+12133734253", options) // true
 */
export function isPresentContact(
  customer: CustomerContacts,
  contact: Contact,
  entityId: string,
  options: Pick<PluginOptions, "phone">
): boolean {
  const stored = customer[contact]
  const entity = lookupForm(contact, entityId)
  return (
    stored !== null &&
    (lookupForm(contact, stored) === entity ||
      contactToProve(customer, contact, options) === entity)
  )
}

/**
 * Whether nothing about a contact is left to prove: its flag is set, and the customer's login by it, if they have one,
 * has moved to it.
 *
 * @example if (await isSettled(container, customer, "phone")) { throw new PluginError("already_verified") }
 */
export async function isSettled(
  container: MedusaContainer,
  customer: CustomerContacts,
  contact: Contact
): Promise<boolean> {
  if (!customer[`${contact}_verified`]) {
    return false
  }
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const own = (await loginsOf(container, customer.id)).filter(
    (login) => login.contact === contact
  )
  return (
    !own.length ||
    own.some(({ entity_id }) =>
      isPresentContact(customer, contact, entity_id, options)
    )
  )
}
