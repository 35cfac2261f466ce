import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteUnclaimed } from "../../../medusa/identity-owner"
import type { UpdateContactInput } from "../update-contact-input"

export const voidUnfinishedRegistrationStepId = "void-unfinished-registration"

/**
 * Deletes a login that somebody set up for this contact without ever finishing the registration: its owner has just
 * proven it. No compensation: what was not proven is void, whether or not the change goes through.
 */
export const voidUnfinishedRegistrationStep = createStep(
  voidUnfinishedRegistrationStepId,
  async ({ contact, value }: UpdateContactInput, { container }) => {
    await deleteUnclaimed(container, contact, value)
    return new StepResponse()
  }
)
