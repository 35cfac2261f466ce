import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CustomerContacts } from "../modules/customer-registration"
import { CONTACTS, type Contact } from "../options"
import { ownerOf } from "../medusa/find-provider-identity"
import { PROVIDERS } from "../medusa/identity-contacts"

/** How a customer logs in: an auth identity and one of its providers. */
export type Login = { auth_identity_id: string; provider: string }

type Contacts = Pick<CustomerContacts, "email" | "phone">

/**
 * Finds a customer's auth identity by their contacts, of which provider identities have a unique index; the
 * provider of the preferred contact if the identity has it.
 *
 * @returns `undefined` for a customer without an identity of `emailpass` or `phonepass`
 * @example await findLogin(container, customer, "phone") // { auth_identity_id: "authid_1", provider: "phonepass" }
 */
export async function findLogin(
  container: MedusaContainer,
  customer: Contacts & { id: string },
  preferred: Contact
): Promise<Login | undefined> {
  const all = await findProviderIdentities(container, customer)
  const own = all.filter((identity) => ownerOf(identity) === customer.id)
  const login =
    own.find(({ provider }) => provider === PROVIDERS[preferred]) ?? own[0]
  return login?.auth_identity
    ? { auth_identity_id: login.auth_identity.id, provider: login.provider }
    : undefined
}

/**
 * The provider identities by which these contacts log in, with their auth identities, in one query.
 *
 * @example await findProviderIdentities(container, { email: "jane@example.com", phone: null })
 */
export async function findProviderIdentities(
  container: MedusaContainer,
  contacts: Contacts
): Promise<ProviderIdentityDTO[]> {
  const known = CONTACTS.flatMap((contact) => {
    const entity_id = contacts[contact]
    return entity_id ? [{ entity_id, provider: PROVIDERS[contact] }] : []
  })
  return known.length
    ? await container
        .resolve(Modules.AUTH)
        .listProviderIdentities(
          { $or: known },
          { relations: ["auth_identity"] }
        )
    : []
}
