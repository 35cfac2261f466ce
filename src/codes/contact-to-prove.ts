import { anyCountry, parseEmail, parsePhone } from "../contact"
import type { CustomerContacts } from "../modules/customer-registration"
import type { Contact, PluginOptions } from "../options"

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
  return contact === "phone"
    ? parsePhone(customer.phone, anyCountry(phone)).value
    : parseEmail(customer.email).value
}
