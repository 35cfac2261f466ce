import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { contactToProve, requireContacts } from "../../../codes"
import { retrieveIdentity } from "../../../medusa/identities"
import { moveLogins } from "../../../medusa/identity-claims"
import { contactOfProvider, PROVIDERS } from "../../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"

export type ReplaceIdentityInput = {
  /** The identity to replace; none if the account has lost its login. */
  auth_identity_id?: string
  /** The account; none for a registration that was not finished. */
  customer_id?: string
  /** The contact that was just proven: its login is kept. */
  contact: Contact
}

export const replaceIdentityStepId = "replace-auth-identity"

/**
 * Gives the owner of a contact an auth identity of their own, in place of the old one: whoever registered without
 * proving the contact still holds a token for that. The login of the proven contact and those of other providers
 * (Google ...) move over. An unproven second login and the second factors stay behind and are deleted with the old
 * identity. The new identity is nobody's yet: it becomes the customer's when its password is set. The compensation moves
 * everything back.
 */
export const replaceIdentityStep = createStep(
  replaceIdentityStepId,
  async (input: ReplaceIdentityInput, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const old = input.auth_identity_id
      ? await retrieveIdentity(container, input.auth_identity_id)
      : undefined
    const { id } = await auth.createAuthIdentities({
      app_metadata: otherOwners(old),
    })
    const kept = (old?.provider_identities ?? []).filter(({ provider }) =>
      [input.contact, undefined].includes(contactOfProvider(provider))
    )
    const logins = kept.map((login) => login.id)
    await (logins.length
      ? moveLogins(container, logins, id)
      : addLogin(container, input, id))
    return new StepResponse({ id }, { id, old_id: old?.id, logins })
  },
  async (replaced, { container }) => {
    if (replaced) {
      if (replaced.old_id) {
        await moveLogins(container, replaced.logins, replaced.old_id)
      }
      await container.resolve(Modules.AUTH).deleteAuthIdentities([replaced.id])
    }
  }
)

// An admin's identity stays theirs.
function otherOwners(old: AuthIdentityDTO | undefined) {
  const { customer_id: _customer, ...others } = old?.app_metadata ?? {}
  return Object.keys(others).length ? others : undefined
}

// It gets its password in the next step.
async function addLogin(
  container: MedusaContainer,
  { customer_id = "", contact }: ReplaceIdentityInput,
  auth_identity_id: string
): Promise<void> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const customer = await requireContacts(container, customer_id)
  const entity_id = contactToProve(customer, contact, options) ?? ""
  await container
    .resolve(Modules.AUTH)
    .createProviderIdentities([
      { provider: PROVIDERS[contact], entity_id, auth_identity_id },
    ])
}

export const deleteIdentityStepId = "delete-replaced-identity"

/**
 * Deletes a replaced auth identity with what was left on it, which also makes its tokens useless. No compensation:
 * nothing that can fail comes after it.
 */
export const deleteIdentityStep = createStep(
  deleteIdentityStepId,
  async ({ ids }: { ids: string[] }, { container }) => {
    await container.resolve(Modules.AUTH).deleteAuthIdentities(ids)
    return new StepResponse()
  }
)
