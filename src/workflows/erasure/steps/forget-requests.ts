import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { findPerson } from "../person"

export const forgetRequestsStepId = "forget-account-deletion-requests"

/**
 * Empties the reasons that a person gave in any of their deletion requests, and cancels what they never confirmed. No
 * compensation: an erasure goes on until it is done.
 *
 * @returns the cancelled requests
 */
export const forgetRequestsStep = createStep(
  forgetRequestsStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    const cancelled = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .forget(customer_ids)
    return new StepResponse(cancelled)
  }
)
