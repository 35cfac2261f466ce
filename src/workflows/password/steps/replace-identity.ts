import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { contactToProve, requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import {
  findIdentity,
  isOtherActors,
  retrieveIdentity,
} from "../../../medusa/identities"
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
import { hashNewPassword } from "./set-password"

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
  old_id?: string
  /** As they were: they hold the old hashes. */
  logins: Secret<ProviderIdentityDTO[]>
}

export const replaceIdentityStepId = "replace-auth-identity"

/**
 * Gives the owner of a contact an auth identity of their own with a new password, in place of the old one: whoever
 * registered without proving the contact still holds a token for that, and knows its password. The login of the proven
 * contact and those of other providers (Google ...) move over. An unproven second login and the second factors stay behind and are
 * deleted with the old identity. The new identity is nobody's yet: `attachIdentityStep` makes it the customer's. The
 * compensation moves everything back.
 *
 * @throws PluginError `password_not_set` if another reset has just replaced the login, or if it is another actor's too,
 * `contact_taken`, and as `hashNewPassword`
 */
export const replaceIdentityStep = createStep(
  replaceIdentityStepId,
  async (input: ReplaceIdentityInput, { container }) => {
    const { auth_identity_id, contact, new_password } = input
    const hashes = await hashNewPassword(container, [contact], new_password)
    const password = hashes[contact] ?? ""
    const old = auth_identity_id
      ? await retrieveIdentity(container, auth_identity_id)
      : undefined
    const kept = keptLogins(old?.provider_identities ?? [], contact)
    const id =
      old && kept.length
        ? await replaceIdentity(
            container,
            old.id,
            withPassword(kept, contact, password)
          )
        : await addLogin(container, input, password)
    if (!id) {
      throw new PluginError("password_not_set")
    }
    const replaced: Replaced = { id, old_id: old?.id, logins: secret(kept) }
    return new StepResponse({ id }, replaced)
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
  logins: ProviderIdentityDTO[],
  contact: Contact
): ProviderIdentityDTO[] {
  return logins.some(({ provider }) => provider === PROVIDERS[contact])
    ? logins.filter(({ provider }) =>
        [contact, undefined].includes(contactOfProvider(provider))
      )
    : []
}

function withPassword(
  logins: ProviderIdentityDTO[],
  contact: Contact,
  password: string
) {
  return logins.map(({ id, provider, provider_metadata: kept }) => ({
    id,
    provider_metadata:
      provider === PROVIDERS[contact] ? { ...kept, password } : undefined,
  }))
}

async function addLogin(
  container: MedusaContainer,
  { customer_id = "", contact }: ReplaceIdentityInput,
  password: string
): Promise<string> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const customer = await requireContacts(container, customer_id)
  const value = contactToProve(customer, contact, options) ?? ""
  return (await createLogin(container, contact, value, password)).id
}

export const deleteIdentityStepId = "delete-replaced-identity"

/**
 * Deletes replaced auth identities with what was left on them, which also makes their tokens useless. One that is another
 * actor's (an admin's) stays. No compensation: nothing that can fail comes after it.
 */
export const deleteIdentityStep = createStep(
  deleteIdentityStepId,
  async ({ ids }: { ids: string[] }, { container }) => {
    for (const id of ids) {
      const identity = await findIdentity(container, id)
      if (identity && !isOtherActors(identity)) {
        await container.resolve(Modules.AUTH).deleteAuthIdentities([id])
      }
    }
    return new StepResponse()
  }
)
