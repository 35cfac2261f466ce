import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export const releaseContactsStepId = "release-contacts"

/**
 * Ends a reservation. No compensation: by now the customer itself holds the contacts.
 */
export const releaseContactsStep = createStep(
  releaseContactsStepId,
  async ({ holder }: { holder: string }, { container }) => {
    await container.resolve(CUSTOMER_REGISTRATION_MODULE).release(holder)
    return new StepResponse()
  }
)
