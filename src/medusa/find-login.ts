import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CONTACTS, type Contact } from "../options"
import { PROVIDERS } from "./identities"
import { ownerOf } from "./identity-owner"

/** How a customer logs in: an auth identity and one of its providers. */
export type Login = { auth_identity_id: string; provider: string }

type Contacts = Record<Contact, string | null>

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
  return preferredLogin(
    all.filter(({ auth_identity }) => ownerOf(auth_identity) === customer.id),
    preferred
  )
}

/**
 * Of several provider identities the one that logs in with the preferred contact, else the first.
 *
 * @example preferredLogin(providerIdentities, "phone")?.provider // "phonepass"
 */
export function preferredLogin(
  all: ProviderIdentityDTO[],
  preferred: Contact
): Login | undefined {
  const login =
    all.find(({ provider }) => provider === PROVIDERS[preferred]) ?? all[0]
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
