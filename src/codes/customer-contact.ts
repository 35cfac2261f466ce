import type { MedusaContainer } from "@medusajs/framework/types"
import { parseKnownContact } from "../contact"
import { PluginError } from "../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
  type CustomerProfile,
} from "../modules/customer-registration"
import {
  CONTACTS,
  verificationOf,
  type Contact,
  type PluginOptions,
} from "../options"
import type { SqlContext } from "../sql"

/**
 * A customer's contacts.
 *
 * @throws PluginError `customer_not_found`
 * @example const { phone_verified } = await requireContacts(container, "cus_1")
 */
export async function requireContacts(
  container: MedusaContainer,
  customerId: string,
  context?: SqlContext
): Promise<CustomerContacts> {
  const customer = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveContacts(customerId, context)
  if (!customer) {
    throw new PluginError("customer_not_found")
  }
  return customer
}

/**
 * A customer's contacts, flags and profile: the answer of routes without a `fields` parameter.
 *
 * @throws PluginError `customer_not_found`
 * @example const { first_name, phone_verified } = await requireProfile(container, "cus_1")
 */
export async function requireProfile(
  container: MedusaContainer,
  customerId: string
): Promise<CustomerProfile> {
  const customer = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveCustomer(customerId)
  if (!customer) {
    throw new PluginError("customer_not_found")
  }
  return customer
}

/**
 * Refuses a contact to which this store sends no codes.
 *
 * @throws PluginError `verification_not_configured`
 * @example assertVerifiable(container, "phone")
 */
export function assertVerifiable(
  container: MedusaContainer,
  contact: Contact
): void {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (!verificationOf(options, contact)) {
    throw new PluginError("verification_not_configured")
  }
}

/**
 * A customer's contact in its normal form, to which a code can go; `undefined` if there is none, or none that could
 * be reached.
 *
 * @example contactToProve({ ...customer, phone: "(213) 373-4253" }, "phone", options) // "+12133734253" with default_country US
 */
export function contactToProve(
  customer: CustomerContacts,
  contact: Contact,
  { phone }: Pick<PluginOptions, "phone">
): string | undefined {
  return parseKnownContact(contact, customer[contact], phone).value
}

/**
 * Where a code to a customer's contact goes today; nowhere, which no code has gone to, without one.
 *
 * @example destinationOf(container, customer, "phone") // "+12133734253"
 */
export function destinationOf(
  container: MedusaContainer,
  customer: CustomerContacts | undefined,
  contact: Contact
): string {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  return (customer && contactToProve(customer, contact, options)) ?? ""
}

/**
 * The language of a message to a customer: the one that is wanted, as far as the store has it, else their own.
 *
 * @param wanted BCP 47, such as that of the request
 * @returns a language of the store's, or nothing for its default
 * @example chooseLocale(container, "pt-BR", customer) // "pt"
 */
export function chooseLocale(
  container: MedusaContainer,
  wanted: string | undefined,
  customer: Partial<Pick<CustomerContacts, "locale">> | undefined
): string | undefined {
  const { languages } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getMessages()
  return languages.lookup([wanted, customer?.locale])?.tag
}

/** Where a customer is reached about the deletion of their account. */
export type DeletionContact = {
  contact: Contact
  destination: string
  /** Notification channel. */
  channel: string
}

/**
 * The contact that codes and notices of a deletion go to: a verified one before one that is merely on file, an e-mail
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
    const channel = verificationOf(options, contact)?.channel
    return destination && channel ? [{ contact, destination, channel }] : []
  })
  const verified = reachable.find(
    ({ contact }) => customer[`${contact}_verified`]
  )
  return verified ?? reachable[0]
}
