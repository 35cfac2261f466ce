import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  findProviderIdentity,
  isUnclaimed,
} from "../../../medusa/find-provider-identity"
import type { UpdateContactInput } from "../update-contact-input"

export const voidUnfinishedRegistrationStepId = "void-unfinished-registration"

/**
 * Deletes a login that somebody set up for this contact without ever finishing the registration: its owner has just
 * proven it. No compensation: what was not proven is void, whether or not the change goes through.
 */
export const voidUnfinishedRegistrationStep = createStep(
  voidUnfinishedRegistrationStepId,
  async ({ contact, value }: UpdateContactInput, { container }) => {
    const found = await findProviderIdentity(container, contact, value)
    if (found?.auth_identity && isUnclaimed(found)) {
      await container
        .resolve(Modules.AUTH)
        .deleteAuthIdentities([found.auth_identity.id])
    }
    return new StepResponse()
  }
)
