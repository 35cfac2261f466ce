import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import type { Contact } from "../options"
import { contactOfProvider, PROVIDERS } from "./identities"
import { findIdentitiesOf } from "./identity-owner"

/** How a customer logs in: an auth identity and one of its providers. */
export type Login = { auth_identity_id: string; provider: string }

/** A provider identity of `emailpass` or `phonepass` of a customer. */
export type OwnLogin = Login &
  Pick<ProviderIdentityDTO, "id" | "entity_id" | "provider_metadata"> & {
    contact: Contact
  }

/**
 * The logins of a customer by e-mail and phone, found by their owner: what contact they or the customer have now does
 * not matter.
 *
 * @example const [{ contact, entity_id }] = await loginsOf(container, "cus_1")
 */
export async function loginsOf(
  container: MedusaContainer,
  customerId: string
): Promise<OwnLogin[]> {
  const identities = await findIdentitiesOf(container, customerId)
  return identities.flatMap(({ id: auth_identity_id, provider_identities }) =>
    (provider_identities ?? []).flatMap((login) => {
      const contact = contactOfProvider(login.provider)
      return contact ? [{ ...login, auth_identity_id, contact }] : []
    })
  )
}

/**
 * The login of a customer by one contact, whatever value it has.
 *
 * @example (await findOwnLogin(container, "cus_1", "phone"))?.entity_id
 */
export async function findOwnLogin(
  container: MedusaContainer,
  customerId: string,
  contact: Contact
): Promise<OwnLogin | undefined> {
  const logins = await loginsOf(container, customerId)
  return logins.find((login) => login.contact === contact)
}

/**
 * Finds a customer's auth identity by their id; the provider of the preferred contact if they have it.
 *
 * @returns `undefined` for a customer without an identity of `emailpass` or `phonepass`
 * @example await findLogin(container, "cus_1", "phone") // { auth_identity_id: "authid_1", provider: "phonepass" }
 */
export async function findLogin(
  container: MedusaContainer,
  customerId: string,
  preferred: Contact
): Promise<Login | undefined> {
  return preferredLogin(await loginsOf(container, customerId), preferred)
}

/**
 * Of several logins the one by the preferred contact, else the first.
 *
 * @example preferredLogin(logins, "phone")?.provider // "phonepass"
 */
export function preferredLogin<Some extends Login>(
  all: Some[],
  preferred: Contact
): Some | undefined {
  return all.find(({ provider }) => provider === PROVIDERS[preferred]) ?? all[0]
}
