import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { freeLogins } from "../../../auth"
import { retrieveIdentity } from "../../../medusa/identities"

export type FreeLoginsInput = {
  auth_identity_id: string
  /** `""` for a registration that was not finished. */
  customer_id: string
}

export const freeLoginsStepId = "free-logins"

/**
 * Forgets the wrong passwords for the contacts of a login whose password its owner has just set. No compensation: it
 * gives nobody more than a new window.
 */
export const freeLoginsStep = createStep(
  freeLoginsStepId,
  async ({ auth_identity_id, customer_id }: FreeLoginsInput, { container }) => {
    const identity = await retrieveIdentity(container, auth_identity_id)
    await freeLogins(container, identity, customer_id)
    return new StepResponse()
  }
)
