import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PluginError } from "../../errors"

const FLAGS = ["email_verified", "phone_verified"] as const

type Flags = Record<(typeof FLAGS)[number], boolean>

type FoundCustomer = Record<string, unknown> & {
  customer_verification?: Flags
}

/** Fields of a customer in the answers of routes that have no `fields` parameter. */
export const CUSTOMER_FIELDS = [
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

/**
 * A customer as the plugin's routes answer it: the asked fields, and the verification flags beside them.
 *
 * @throws PluginError `customer_not_found`
 * @example res.json({ customer: await customerAnswer(req.scope, "cus_1", req.queryConfig.fields) })
 */
export async function customerAnswer(
  container: MedusaContainer,
  id: string,
  fields: string[] = CUSTOMER_FIELDS
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
