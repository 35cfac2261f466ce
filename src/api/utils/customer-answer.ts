import type { MedusaContainer } from "@medusajs/framework/types"
import { refetchCustomer } from "@medusajs/medusa/api/store/customers/helpers"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"

type Found = Record<string, unknown> | undefined

type Flags = Pick<CustomerProfile, "email_verified" | "phone_verified">

/**
 * A customer as those of the plugin's routes answer it that have no `fields` parameter: contacts, flags and profile.
 *
 * @throws PluginError `customer_not_found`
 * @example res.json({ customer: await customerAnswer(req.scope, "cus_1") })
 */
export async function customerAnswer(
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

/**
 * A customer as the plugin's routes answer it: the asked fields, and the verification flags beside them.
 *
 * @throws PluginError `customer_not_found`
 * @example res.json({ customer: await customerWith(req.scope, "cus_1", req.queryConfig.fields) })
 */
export async function customerWith(
  container: MedusaContainer,
  id: string,
  fields: string[]
): Promise<Record<string, unknown> & Flags> {
  // Not through the link of the flags: the query would look for them after the customer, not meanwhile.
  const [customer, contacts] = await Promise.all([
    refetchCustomer(id, container, fields) as Promise<Found>,
    container.resolve(CUSTOMER_REGISTRATION_MODULE).retrieveContacts(id),
  ])
  if (!customer || !contacts) {
    throw new PluginError("customer_not_found")
  }
  const { email_verified, phone_verified } = contacts
  return { ...customer, email_verified, phone_verified }
}
