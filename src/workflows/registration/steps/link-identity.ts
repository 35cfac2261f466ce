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
 * Makes an auth identity the login of a customer. The compensation unlinks it again. Medusa's own step is not used:
 * its compensation merges metadata, so that the customer's key stays.
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
