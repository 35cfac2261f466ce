import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { PROVIDERS } from "./identity-contacts"

/**
 * Finds the provider identity by which a contact logs in, with its auth identity.
 *
 * @example await findProviderIdentity(container, "phone", "+12133734253")
 */
export async function findProviderIdentity(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<ProviderIdentityDTO | undefined> {
  const [found] = await container
    .resolve(Modules.AUTH)
    .listProviderIdentities(
      { provider: PROVIDERS[contact], entity_id: value },
      { relations: ["auth_identity"] }
    )
  return found
}

/**
 * The customer that an identity logs in as.
 *
 * @example ownerOf(providerIdentity) // "cus_1", or undefined for a registration that was not finished
 */
export function ownerOf({
  auth_identity,
}: Pick<ProviderIdentityDTO, "auth_identity">): string | undefined {
  const id = auth_identity?.app_metadata?.customer_id
  return typeof id === "string" ? id : undefined
}

/**
 * Whether an identity belongs to nobody: neither to a customer nor to a user or another actor.
 *
 * @example isUnclaimed(providerIdentity)
 */
export function isUnclaimed({
  auth_identity,
}: Pick<ProviderIdentityDTO, "auth_identity">): boolean {
  const owners = Object.values(auth_identity?.app_metadata ?? {})
  return owners.every((owner) => owner === null || owner === undefined)
}
