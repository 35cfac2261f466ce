import type { AuthIdentityDTO } from "@medusajs/framework/types"
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

/**
 * The contact that a provider logs in with; `undefined` for a provider that is not this plugin's affair.
 *
 * @example contactOfProvider("phonepass") // "phone"
 */
export function contactOfProvider(
  provider: string | undefined
): Contact | undefined {
  if (provider === PROVIDERS.email) {
    return "email"
  }
  return provider === PROVIDERS.phone ? "phone" : undefined
}

/**
 * The contacts that an identity was registered with through `emailpass` and `phonepass`.
 *
 * @example identityContacts(identity) // [{ contact: "phone", value: "+12133734253", provider: "phonepass" }]
 */
export function identityContacts({
  provider_identities = [],
}: Pick<AuthIdentityDTO, "provider_identities">): IdentityContact[] {
  return provider_identities.flatMap(({ provider, entity_id }) => {
    const contact = contactOfProvider(provider)
    return contact
      ? [
          {
            contact,
            value: entity_id.toLowerCase(),
            provider: PROVIDERS[contact],
          },
        ]
      : []
  })
}
