import type {
  AuthIdentityDTO,
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { lookupForm } from "../contact"
import { PluginError } from "../errors"
import type { Contact } from "../options"
import { execute, executeOne } from "../sql"
import {
  IDENTITIES_OF_CUSTOMER,
  IDENTITY_BY_LOGIN,
  type StoredIdentity,
} from "./identity-table"

/** The auth providers that this plugin governs, by the contact that each logs in with. */
export const PROVIDERS = {
  email: "emailpass",
  phone: "phonepass",
} as const satisfies Record<Contact, string>

/** The contact that a provider logs in with; `undefined` for a provider that the plugin does not govern. */
export function contactOfProvider(
  provider: string | undefined
): Contact | undefined {
  if (provider === PROVIDERS.email) {
    return "email"
  }
  return provider === PROVIDERS.phone ? "phone" : undefined
}

/** A contact that an auth identity was registered with. */
export type IdentityContact = {
  contact: Contact
  /** In its normal form. */
  value: string
  provider: (typeof PROVIDERS)[Contact]
}

/** The contacts that an identity was registered with through `emailpass` and `phonepass`. */
export function identityContacts({
  provider_identities = [],
}: Pick<AuthIdentityDTO, "provider_identities">): IdentityContact[] {
  return provider_identities.flatMap(({ provider, entity_id }) => {
    const contact = contactOfProvider(provider)
    const value = contact && lookupForm(contact, entity_id)
    return value ? [{ contact, value, provider: PROVIDERS[contact] }] : []
  })
}

/** How a customer logs in: an auth identity and one of its providers. */
export type Login = { auth_identity_id: string; provider: string }

/** A provider identity of `emailpass` or `phonepass` of a customer. */
export type OwnLogin = Login &
  Pick<ProviderIdentityDTO, "id" | "entity_id" | "provider_metadata"> & {
    contact: Contact
  }

/**
 * Every auth identity of a customer, with its provider identities.
 *
 * @example const identities = await findIdentitiesOf(container, "cus_1")
 */
export async function findIdentitiesOf(
  container: MedusaContainer,
  customerId: string
): Promise<StoredIdentity[]> {
  const owner = { customer_id: customerId }
  return await execute(container, IDENTITIES_OF_CUSTOMER, owner)
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
  return loginsIn(await findIdentitiesOf(container, customerId))
}

/** Of some auth identities the logins by e-mail and phone. */
export function loginsIn(identities: StoredIdentity[]): OwnLogin[] {
  return identities.flatMap(({ id: auth_identity_id, provider_identities }) =>
    provider_identities.flatMap((login) => {
      const contact = contactOfProvider(login.provider)
      return contact ? [{ ...login, auth_identity_id, contact }] : []
    })
  )
}

/**
 * The login of a customer by one contact, whatever value it has. For nobody the same statement is asked, so that the time
 * does not tell who has an account.
 *
 * @example (await findOwnLogin(container, "cus_1", "phone"))?.entity_id
 */
export async function findOwnLogin(
  container: MedusaContainer,
  customerId: string | undefined,
  contact: Contact
): Promise<OwnLogin | undefined> {
  const logins = await loginsOf(container, customerId ?? "")
  return logins.find((login) => login.contact === contact)
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

/** A provider identity with its auth identity. */
export type FoundLogin = ProviderIdentityDTO & { auth_identity: StoredIdentity }

/**
 * Finds the provider identity by which a contact logs in, with its auth identity.
 *
 * @param value exactly as it is stored
 */
export async function findProviderIdentity(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<FoundLogin | undefined> {
  const name = { provider: PROVIDERS[contact], entity_id: value }
  const identity = await executeOne(container, IDENTITY_BY_LOGIN, name)
  const login = identity?.provider_identities.find(
    ({ provider, entity_id }) =>
      provider === name.provider && entity_id === value
  )
  return identity && login && { ...login, auth_identity: identity }
}

/**
 * Gives a provider identity another contact to log in with.
 *
 * @throws PluginError `contact_taken` when another identity logs in with it
 */
export async function renameLogin(
  container: MedusaContainer,
  id: string,
  value: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const renamed = auth.updateProviderIdentities([{ id, entity_id: value }])
  await renamed.catch(refuseTaken)
}

/**
 * Creates an auth identity with a login.
 *
 * @param password its hash; left out, the login has no password
 * @param customer_id of whom the identity is; left out, nobody's
 * @throws PluginError `contact_taken` when another identity logs in with it
 * @example const { id } = await createLogin(container, "phone", "+12133734253")
 */
export async function createLogin(
  container: MedusaContainer,
  contact: Contact,
  value: string,
  { password, customer_id }: { password?: string; customer_id?: string } = {}
): Promise<{ id: string }> {
  const login = {
    provider: PROVIDERS[contact],
    entity_id: value,
    ...(password === undefined ? {} : { provider_metadata: { password } }),
  }
  const auth = container.resolve(Modules.AUTH)
  const created = auth.createAuthIdentities({
    provider_identities: [login],
    ...(customer_id === undefined ? {} : { app_metadata: { customer_id } }),
  })
  return await created.catch(refuseTaken)
}

/** Says what Medusa makes of its unique index, without the contact that its message names. */
function refuseTaken(error: unknown): never {
  const taken =
    MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.INVALID_DATA
  throw taken ? new PluginError("contact_taken") : error
}
