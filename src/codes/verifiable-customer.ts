import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { verificationOf, type Contact } from "../options"

/**
 * A customer in a store that sends codes to such contacts.
 *
 * @throws PluginError `verification_not_configured`, `customer_not_found`
 * @example const { phone } = await verifiableCustomer(container, "cus_1", "phone")
 */
export async function verifiableCustomer(
  container: MedusaContainer,
  customerId: string,
  contact: Contact
): Promise<CustomerContacts> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!verificationOf(registration.getOptions(), contact)) {
    throw new PluginError("verification_not_configured")
  }
  const customer = await registration.retrieveContacts(customerId)
  if (!customer) {
    throw new PluginError("customer_not_found")
  }
  return customer
}
