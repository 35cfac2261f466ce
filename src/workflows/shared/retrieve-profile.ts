import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"

/**
 * A customer as those routes answer it that have no `fields` parameter: contacts, flags and profile.
 *
 * @throws PluginError `customer_not_found`
 * @example const { phone_verified } = await retrieveProfile(container, "cus_1")
 */
export async function retrieveProfile(
  container: MedusaContainer,
  id: string
): Promise<CustomerProfile> {
  const customer = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveCustomer(id)
  if (!customer) {
    throw new PluginError("customer_not_found")
  }
  return customer
}
