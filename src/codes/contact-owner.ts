import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { type Contact, lookupForm } from "../contact"
import { findIdentity, ownerOf } from "../medusa/identities"
import { identityContacts, loginsOf } from "../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { OwnShare } from "../modules/otp-verification"
import type { PluginOptions } from "../options"
import { contactToProve } from "./customer-contact"

/**
 * The share of a contact's limits that a token's owner has of their own. Whoever merely named a contact has another one:
 * an account that anybody can make must not use up what the contact's owner needs.
 *
 * @param authIdentityId of the token that the request carries, if it has one
 * @returns `undefined` without a token of this customer
 * @example await ownShare(container, req.auth_context?.auth_identity_id, customer, "phone") // "owner"
 */
export async function ownShare(
  container: MedusaContainer,
  authIdentityId: string | undefined,
  customer: CustomerContacts,
  contact: Contact
): Promise<OwnShare | undefined> {
  const identity = await findIdentity(container, authIdentityId)
  if (!identity || ownerOf(identity) !== customer.id) {
    return undefined
  }
  const value = customer[contact] ?? ""
  return logsInWith(identity, contact, value) || customer[`${contact}_verified`]
    ? "owner"
    : "named"
}

/**
 * Whether a token's identity logs in with a contact, or its customer has verified it.
 *
 * @param authIdentityId of the token that the request carries, if it has one
 * @param value in its normal form
 * @example await ownsContact(container, "authid_1", "phone", "+12133734253")
 */
export async function ownsContact(
  container: MedusaContainer,
  authIdentityId: string | undefined,
  contact: Contact,
  value: string
): Promise<boolean> {
  const identity = await findIdentity(container, authIdentityId)
  if (!identity) {
    return false
  }
  if (logsInWith(identity, contact, value)) {
    return true
  }
  const customerId = ownerOf(identity)
  const customer = customerId
    ? await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .retrieveContacts(customerId)
    : undefined
  return Boolean(
    customer?.[`${contact}_verified`] &&
    lookupForm(contact, customer[contact] ?? "") === lookupForm(contact, value)
  )
}

function logsInWith(
  identity: AuthIdentityDTO,
  contact: Contact,
  value: string
): boolean {
  return identityContacts(identity).some(
    (own) => own.contact === contact && own.value === lookupForm(contact, value)
  )
}

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
