import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clearWay, findLagging, moveLogin } from "../../auth"
import { deleteUnfinished } from "../../medusa/identities"
import { renameLogin } from "../../medusa/logins"
import type { ContactOf } from "../../modules/customer-registration"
import { findProven, type SetVerifiedInput } from "./set-verified"

export const voidUnfinishedRegistrationStepId = "void-unfinished-registration"

/**
 * Deletes a login that somebody set up for this contact without ever finishing the registration: the contact's owner
 * has just proven it. No compensation: an unproven login is void, whether or not the change goes through.
 */
export const voidUnfinishedRegistrationStep = createStep(
  voidUnfinishedRegistrationStepId,
  async ({ contact, value }: ContactOf, { container }) => {
    await deleteUnfinished(container, contact, value)
    return new StepResponse()
  }
)

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
    const proof = await readProof(input, container)
    const needed = Boolean(await findLagging(container, proof))
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
    const proof = await readProof(input, container)
    const moved = await moveLogin(container, proof)
    return new StepResponse({}, moved)
  },
  async (moved, { container }) => {
    if (moved) {
      await renameLogin(container, moved.id, moved.entity_id)
    }
  }
)

async function readProof(
  input: SetVerifiedInput,
  container: MedusaContainer
): Promise<ContactOf> {
  const { customer_id, contact, value } = await findProven(input, container)
  return { customer_id, contact, value }
}
