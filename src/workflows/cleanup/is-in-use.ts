import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contactOfProvider } from "../../medusa/identities"
import { findIdentitiesOf } from "../../medusa/identity-owner"

/**
 * Whether there is more to an account than the contacts it never verified: an order, or a login through a provider
 * that asks for no code, such as Google.
 *
 * @example if (await isInUse(container, "cus_1")) { … }
 */
export async function isInUse(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  return (
    (await hasOrdered(container, customerId)) ||
    (await hasOtherLogin(container, customerId))
  )
}

async function hasOrdered(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { customer_id: customerId },
      pagination: { take: 1 },
    })
  return data.length > 0
}

async function hasOtherLogin(
  container: MedusaContainer,
  customerId: string
): Promise<boolean> {
  const identities = await findIdentitiesOf(container, customerId)
  return identities.some(({ provider_identities = [] }) =>
    provider_identities.some(({ provider }) => !contactOfProvider(provider))
  )
}
