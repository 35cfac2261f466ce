import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export const deleteIdentityStepId = "delete-replaced-identity"

/**
 * Deletes a replaced auth identity with what was left on it; tokens of it are worth nothing from now on. No
 * compensation: nothing that can fail comes after it.
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
