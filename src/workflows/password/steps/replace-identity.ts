import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Contact } from "../../../options"
import {
  contactOfProvider,
  moveLogins,
  retrieveIdentity,
} from "../../../medusa/identities"
import { ownerOf, setOwner } from "../../../medusa/identity-owner"

export type ReplaceIdentityInput = {
  auth_identity_id: string
  /** The contact that was just proven: its login is kept. */
  contact: Contact
}

export const replaceIdentityStepId = "replace-auth-identity"

/**
 * Gives the owner of a contact an auth identity of their own, in place of the old one: whoever registered without
 * proving the contact still holds a token for that. The login of the proven contact and those of other providers
 * (Google …) move over. An unproven second login and the second factors stay behind and are deleted with the old
 * identity. The old identity loses its customer at once, because its token would refresh to a login as soon as the
 * contact is verified. The compensation moves everything back.
 */
export const replaceIdentityStep = createStep(
  replaceIdentityStepId,
  async (
    { auth_identity_id, contact }: ReplaceIdentityInput,
    { container }
  ) => {
    const auth = container.resolve(Modules.AUTH)
    const old = await retrieveIdentity(container, auth_identity_id)
    const kept = (old.provider_identities ?? []).filter(({ provider }) =>
      [contact, undefined].includes(contactOfProvider(provider))
    )
    const { id } = await auth.createAuthIdentities({
      app_metadata: old.app_metadata,
    })
    const logins = kept.map((login) => login.id)
    await moveLogins(container, logins, id)
    const customer_id = ownerOf(old)
    if (customer_id) {
      await setOwner(container, old.id, null)
    }
    return new StepResponse({ id }, { id, old_id: old.id, logins, customer_id })
  },
  async (replaced, { container }) => {
    if (replaced) {
      if (replaced.customer_id) {
        await setOwner(container, replaced.old_id, replaced.customer_id)
      }
      await moveLogins(container, replaced.logins, replaced.old_id)
      await container.resolve(Modules.AUTH).deleteAuthIdentities([replaced.id])
    }
  }
)

export const deleteIdentityStepId = "delete-replaced-identity"

/**
 * Deletes a replaced auth identity with what was left on it, which also makes its tokens useless. No compensation:
 * nothing that can fail comes after it.
 */
export const deleteIdentityStep = createStep(
  deleteIdentityStepId,
  async ({ auth_identity_id }: { auth_identity_id: string }, { container }) => {
    await container
      .resolve(Modules.AUTH)
      .deleteAuthIdentities([auth_identity_id])
    return new StepResponse()
  }
)
