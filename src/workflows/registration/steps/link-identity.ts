import type { UpdateAuthIdentityDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"

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
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata } = await auth.retrieveAuthIdentity(id)
    if (app_metadata?.customer_id) {
      throw new PluginError("already_registered")
    }
    await auth.updateAuthIdentities({
      id,
      app_metadata: { ...app_metadata, customer_id },
    })
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata } = await auth.retrieveAuthIdentity(id)
    const { customer_id: _undone, ...others } = app_metadata ?? {}
    const emptied = { id, app_metadata: null }
    await auth.updateAuthIdentities(emptied as unknown as UpdateAuthIdentityDTO)
    if (Object.keys(others).length) {
      await auth.updateAuthIdentities({ id, app_metadata: others })
    }
  }
)
