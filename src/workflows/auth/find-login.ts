import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CustomerContacts } from "../../modules/customer-registration"
import { CONTACTS, type Contact } from "../../options"
import { PROVIDERS } from "./identity-contacts"

/** How a customer logs in: an auth identity and one of its providers. */
export type Login = { auth_identity_id: string; provider: string }

/**
 * Finds a customer's auth identity by their contacts, of which provider identities have a unique index; the
 * provider of the preferred contact if the identity has it.
 *
 * @returns `undefined` for a customer without an identity of `emailpass` or `phonepass`
 * @example await findLogin(container, customer, "phone") // { auth_identity_id: "authid_1", provider: "phonepass" }
 */
export async function findLogin(
  container: MedusaContainer,
  customer: CustomerContacts,
  preferred: Contact
): Promise<Login | undefined> {
  const known = CONTACTS.flatMap((contact) => {
    const entity_id = customer[contact]
    return entity_id ? [{ entity_id, provider: PROVIDERS[contact] }] : []
  })
  const providerIdentities = await container
    .resolve(Modules.AUTH)
    .listProviderIdentities({ $or: known }, { relations: ["auth_identity"] })
  const own = providerIdentities.filter(
    ({ auth_identity }) =>
      auth_identity?.app_metadata?.customer_id === customer.id
  )
  const login =
    own.find(({ provider }) => provider === PROVIDERS[preferred]) ?? own[0]
  return login?.auth_identity
    ? { auth_identity_id: login.auth_identity.id, provider: login.provider }
    : undefined
}
