import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { forgetOwner, ownerOf, setOwner } from "../../../medusa/identity-owner"

export type LinkIdentityInput = {
  auth_identity_id: string
  customer_id: string
}

export const linkIdentityStepId = "link-auth-identity"

/**
 * Makes an auth identity the login of a customer. Undone, the identity is free again, which Medusa's own step does
 * not manage: an update is merged into the metadata that is there, so a key that it leaves out stays.
 *
 * @throws PluginError `already_registered`
 */
export const linkIdentityStep = createStep(
  linkIdentityStepId,
  async (
    { auth_identity_id: id, customer_id }: LinkIdentityInput,
    { container }
  ) => {
    const identity = await container
      .resolve(Modules.AUTH)
      .retrieveAuthIdentity(id)
    if (ownerOf(identity)) {
      throw new PluginError("already_registered")
    }
    await setOwner(container, id, customer_id)
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (id) {
      await forgetOwner(container, id)
    }
  }
)
