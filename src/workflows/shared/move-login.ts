import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clearWay, laggingOf, moveLogin } from "../../auth"
import { loginsOf, renameLogin } from "../../medusa/logins"
import { findProven, type SetVerifiedInput } from "./set-verified"

export const clearWayStepId = "clear-way"

/**
 * Removes what keeps a customer's login from moving to the contact that they have just proven. No compensation: what
 * nobody has proven is void, whether or not the rest goes through.
 *
 * @throws PluginError `contact_taken` when another account has proven it, and as `setVerifiedStep`
 */
export const clearWayStep = createStep(
  clearWayStepId,
  async (input: SetVerifiedInput, { container }) => {
    const proof = await findProven(input, container)
    const logins = await loginsOf(container, proof.customer_id)
    const needed = laggingOf(logins, proof) !== undefined
    await clearWay(container, proof, needed)
    return new StepResponse()
  }
)

export const moveLoginStepId = "move-login"

/**
 * Moves the login of a customer to the contact that they have proven, whichever way it came onto their record. The
 * compensation gives it the old value back.
 *
 * @throws PluginError `contact_taken` when somebody else logs in with it, and as `setVerifiedStep`
 */
export const moveLoginStep = createStep(
  moveLoginStepId,
  async (input: SetVerifiedInput, { container }) => {
    const proof = await findProven(input, container)
    const moved = await moveLogin(container, proof)
    return new StepResponse({}, moved)
  },
  async (moved, { container }) => {
    if (moved) {
      await renameLogin(container, moved.id, moved.entity_id)
    }
  }
)
