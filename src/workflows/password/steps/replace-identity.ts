import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { contactToProve, requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import { findIdentity } from "../../../medusa/identities"
import { deleteIdentities } from "../../../medusa/identity-claims"
import type { StoredIdentity } from "../../../medusa/identity-table"
import {
  contactOfProvider,
  createLogin,
  PROVIDERS,
} from "../../../medusa/logins"
import {
  replaceIdentity,
  restoreIdentity,
} from "../../../medusa/replaced-identity"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"
import { reveal, secret, type Secret } from "../secret"
import { hashNewPassword } from "./swap-password"

export type ReplaceIdentityInput = {
  /** The identity to replace; none if the account has lost its login. */
  auth_identity_id?: string
  /** The account; none for a registration that was not finished. */
  customer_id?: string
  /** The contact that was just proven: its login is kept. */
  contact: Contact
  new_password: Secret
}

type Replaced = {
  id: string
  /** None if the login is a new one. */
  old_id?: string
  /** As they were: they hold the old hashes. */
  logins: Secret<ProviderIdentityDTO[]>
}

export const replaceIdentityStepId = "replace-auth-identity"

/**
 * Gives the owner of a contact an auth identity of their own with a new password, in place of the old one: whoever
 * registered without proving the contact still holds a token for that, and knows its password. The login of the proven
 * contact and those of other providers (Google ...) move over. An unproven second login and the second factors stay behind and are
 * deleted with the old identity. The new one is the customer's at once: another proof that runs meanwhile would take it for
 * a registration that was not finished. The compensation moves everything back.
 *
 * @throws PluginError `contact_taken` if another reset has just replaced the login, or if it is another actor's too,
 * `customer_not_found` if the account is erased meanwhile, `password_not_set` for a registration that is gone, and as `hashNewPassword`
 */
export const replaceIdentityStep = createStep(
  replaceIdentityStepId,
  async (input: ReplaceIdentityInput, { container }) => {
    const { auth_identity_id, contact, customer_id, new_password } = input
    const hashes = await hashNewPassword(container, [contact], new_password)
    const password = hashes[contact]
    const old = await findIdentity(container, auth_identity_id)
    const kept = keptLogins(old, contact)
    const moved = await moveLogins(container, input, kept, password)
    // Whoever proved a contact at this moment may have deleted what was left of the old identity.
    const id = moved ?? (await addLogin(container, input, password))
    if (!id) {
      throw new PluginError("password_not_set")
    }
    await deleteOfGone(container, customer_id, id)
    const old_id = moved && auth_identity_id
    const replaced: Replaced = { id, old_id, logins: secret(kept) }
    return new StepResponse({}, replaced)
  },
  async (replaced, { container }) => {
    if (replaced?.old_id) {
      const { id, old_id, logins } = replaced
      await restoreIdentity(container, id, old_id, reveal(logins))
    } else if (replaced) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([replaced.id])
    }
  }
)

/** The login by a contact, and those of other providers; none where there is none by the contact. */
function keptLogins(
  old: StoredIdentity | undefined,
  contact: Contact
): ProviderIdentityDTO[] {
  const logins = old?.provider_identities ?? []
  return logins.some(({ provider }) => provider === PROVIDERS[contact])
    ? logins.filter(({ provider }) =>
        [contact, undefined].includes(contactOfProvider(provider))
      )
    : []
}

async function moveLogins(
  container: MedusaContainer,
  { auth_identity_id: old_id, customer_id, contact }: ReplaceIdentityInput,
  logins: ProviderIdentityDTO[],
  password: string
): Promise<string | undefined> {
  if (!old_id || !logins.length) {
    return undefined
  }
  const moving = logins.map(({ id, provider, provider_metadata: kept }) => ({
    id,
    provider_metadata:
      provider === PROVIDERS[contact] ? { ...kept, password } : undefined,
  }))
  return await replaceIdentity(container, { old_id, customer_id }, moving)
}

async function addLogin(
  container: MedusaContainer,
  { customer_id, contact }: ReplaceIdentityInput,
  password: string
): Promise<string | undefined> {
  if (!customer_id) {
    return undefined
  }
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const customer = await requireContacts(container, customer_id)
  const value = contactToProve(customer, contact, options) ?? ""
  const owned = { password, customer_id }
  return (await createLogin(container, contact, value, owned)).id
}

// An erasure deletes logins once more when the customer is gone: one of the two sees the other.
async function deleteOfGone(
  container: MedusaContainer,
  customer_id: string | undefined,
  id: string
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (customer_id && !(await registration.retrieveContacts(customer_id))) {
    await container.resolve(Modules.AUTH).deleteAuthIdentities([id])
    throw new PluginError("customer_not_found")
  }
}

export const deleteIdentityStepId = "delete-replaced-identity"

/**
 * Deletes replaced auth identities with what was left on them, which also makes their tokens useless. One that is another
 * actor's (an admin's) stays. No compensation: nothing that can fail comes after it.
 */
export const deleteIdentityStep = createStep(
  deleteIdentityStepId,
  async ({ ids }: { ids: string[] }, { container }) => {
    await deleteIdentities(container, ids)
    return new StepResponse()
  }
)
