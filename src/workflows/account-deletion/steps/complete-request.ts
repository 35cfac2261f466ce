import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../../modules/account-deletion-request"

export const completeRequestStepId = "complete-account-deletion-request"

/**
 * Completes a claimed request after its customer was erased. No compensation: there is no way back.
 *
 * @throws Error when another worker has overtaken this one, which then completes it
 */
export const completeRequestStep = createStep(
  completeRequestStepId,
  async (claimed: ClaimedRequest, { container }) => {
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .complete(claimed)
    if (!request) {
      throw new Error("another worker has taken this request over")
    }
    const { id, customer_id } = request
    return new StepResponse({ id, customer_id })
  }
)
