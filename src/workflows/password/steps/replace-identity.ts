import type { AuthTypes, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Contact } from "../../../options"
import { ownerOf } from "../../../medusa/find-provider-identity"
import { contactOfProvider } from "../../../medusa/identity-contacts"

export type ReplaceIdentityInput = {
  auth_identity_id: string
  /** The contact that was just proven: its login is kept. */
  contact: Contact
}

export const replaceIdentityStepId = "replace-auth-identity"

/**
 * Gives the owner of a contact an auth identity of their own, in place of the one that whoever registered without
 * proving the contact still holds a token for. The login of the proven contact and those of other providers (Google …)
 * move over; an unproven second login and its second factors stay behind, to be deleted with the old identity. That one
 * is nobody's login from here on, and not only once it is deleted: as soon as the contact is verified, its token would
 * refresh to a login. Undone, everything is where it was.
 */
export const replaceIdentityStep = createStep(
  replaceIdentityStepId,
  async (
    { auth_identity_id, contact }: ReplaceIdentityInput,
    { container }
  ) => {
    const auth = container.resolve(Modules.AUTH)
    const old = await auth.retrieveAuthIdentity(auth_identity_id, {
      relations: ["provider_identities"],
    })
    const kept = (old.provider_identities ?? []).filter(({ provider }) =>
      [contact, undefined].includes(contactOfProvider(provider))
    )
    const { id } = await auth.createAuthIdentities({
      app_metadata: old.app_metadata,
    })
    const logins = kept.map((login) => login.id)
    await move(container, logins, id)
    const customer_id = ownerOf({ auth_identity: old })
    if (customer_id) {
      await link(container, old.id, null)
    }
    return new StepResponse({ id }, { id, old_id: old.id, logins, customer_id })
  },
  async (replaced, { container }) => {
    if (replaced) {
      if (replaced.customer_id) {
        await link(container, replaced.old_id, replaced.customer_id)
      }
      await move(container, replaced.logins, replaced.old_id)
      await container.resolve(Modules.AUTH).deleteAuthIdentities([replaced.id])
    }
  }
)

async function move(
  container: MedusaContainer,
  logins: string[],
  authIdentityId: string
): Promise<void> {
  const moved = logins.map((id) => ({ id, auth_identity_id: authIdentityId }))
  await container
    .resolve(Modules.AUTH)
    // Medusa's type of an update leaves the identity out; its table and service do not.
    .updateProviderIdentities(
      moved as unknown as AuthTypes.UpdateProviderIdentityDTO[]
    )
}

async function link(
  container: MedusaContainer,
  id: string,
  customer_id: string | null
): Promise<void> {
  await container
    .resolve(Modules.AUTH)
    // Merged into the metadata that is there.
    .updateAuthIdentities({ id, app_metadata: { customer_id } })
}
