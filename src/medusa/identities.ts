import type {
  AuthIdentityDTO,
  AuthTypes,
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { lookupForm } from "../contact"
import { PluginError } from "../errors"
import type { Contact } from "../options"

/** The auth providers that this plugin governs, by the contact that each logs in with. */
export const PROVIDERS = {
  email: "emailpass",
  phone: "phonepass",
} as const satisfies Record<Contact, string>

/** A contact that an auth identity was registered with. */
export type IdentityContact = {
  contact: Contact
  /** In its normal form. */
  value: string
  provider: (typeof PROVIDERS)[Contact]
}

/** The contact that a provider logs in with; `undefined` for a provider that the plugin does not govern. */
export function contactOfProvider(
  provider: string | undefined
): Contact | undefined {
  if (provider === PROVIDERS.email) {
    return "email"
  }
  return provider === PROVIDERS.phone ? "phone" : undefined
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

/**
 * An auth identity with its provider identities.
 *
 * @throws MedusaError `not_found`
 */
export async function retrieveIdentity(
  container: MedusaContainer,
  id: string
): Promise<AuthIdentityDTO> {
  return await container
    .resolve(Modules.AUTH)
    .retrieveAuthIdentity(id, { relations: ["provider_identities"] })
}

/**
 * The same for an id that may be of none any more, or missing.
 *
 * @example await findIdentity(container, req.auth_context?.auth_identity_id)
 */
export async function findIdentity(
  container: MedusaContainer,
  id: string | undefined
): Promise<AuthIdentityDTO | undefined> {
  const [found] = id
    ? await container
        .resolve(Modules.AUTH)
        .listAuthIdentities(
          { id: [id] },
          { relations: ["provider_identities"] }
        )
    : []
  return found
}

/**
 * Finds the provider identity by which a contact logs in, with its auth identity.
 *
 * @param value exactly as it is stored
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
 * Gives a provider identity another contact to log in with.
 *
 * @throws PluginError `contact_taken` when another identity logs in with it
 */
export async function renameLogin(
  container: MedusaContainer,
  id: string,
  value: string
): Promise<void> {
  try {
    await container
      .resolve(Modules.AUTH)
      .updateProviderIdentities([{ id, entity_id: value }])
  } catch (error) {
    // What Medusa makes of its unique index; the message names the contact.
    const taken =
      MedusaError.isMedusaError(error) &&
      error.type === MedusaError.Types.INVALID_DATA
    throw taken ? new PluginError("contact_taken") : error
  }
}

/** Moves provider identities to another auth identity. */
export async function moveLogins(
  container: MedusaContainer,
  ids: string[],
  authIdentityId: string
): Promise<void> {
  const moved = ids.map((id) => ({ id, auth_identity_id: authIdentityId }))
  await container
    .resolve(Modules.AUTH)
    // Medusa's type of an update leaves the identity out; its table and service do not.
    .updateProviderIdentities(
      moved as unknown as AuthTypes.UpdateProviderIdentityDTO[]
    )
}
