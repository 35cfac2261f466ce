import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../../modules/customer-registration"

const FLAGS = ["email_verified", "phone_verified"] as const

type Flags = Record<(typeof FLAGS)[number], boolean>

type FoundCustomer = Record<string, unknown> & {
  customer_verification?: Flags
}

/** Fields of a customer in the answers of routes that have no `fields` parameter. */
const CUSTOMER_FIELDS = [
  "id",
  "email",
  "phone",
  "first_name",
  "last_name",
  "company_name",
  "has_account",
  "metadata",
  "created_at",
  "updated_at",
]

/** A customer with the fields of a route that has no `fields` parameter: contacts and flags are among them. */
export type CustomerAnswer = Record<string, unknown> & CustomerContacts

/**
 * A customer as those of the plugin's routes answer it that have no `fields` parameter.
 *
 * @throws PluginError `customer_not_found`
 * @example res.json({ customer: await customerAnswer(req.scope, "cus_1") })
 */
export async function customerAnswer(
  container: MedusaContainer,
  id: string
): Promise<CustomerAnswer> {
  const [[customer], contacts] = await Promise.all([
    container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id }, { select: CUSTOMER_FIELDS }),
    container.resolve(CUSTOMER_REGISTRATION_MODULE).retrieveContacts(id),
  ])
  if (!customer || !contacts) {
    throw new PluginError("customer_not_found")
  }
  return { ...customer, ...contacts }
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
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: [
      ...fields,
      ...FLAGS.map((flag) => `customer_verification.${flag}`),
    ],
    filters: { id },
  })
  const [found] = data as FoundCustomer[]
  if (!found) {
    throw new PluginError("customer_not_found")
  }
  const { customer_verification: flags, ...customer } = found
  return {
    ...customer,
    email_verified: flags?.email_verified ?? false,
    phone_verified: flags?.phone_verified ?? false,
  }
}
