import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PROVIDERS } from "../../medusa/identity-contacts"

const OWN_PROVIDERS: string[] = Object.values(PROVIDERS)

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
  const identities = await container
    .resolve(Modules.AUTH)
    .listAuthIdentities(
      { app_metadata: { customer_id: customerId } },
      { relations: ["provider_identities"] }
    )
  return identities.some(({ provider_identities = [] }) =>
    provider_identities.some(
      ({ provider }) => !OWN_PROVIDERS.includes(provider)
    )
  )
}
