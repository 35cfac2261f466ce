import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type ClaimedRequest,
} from "../../modules/account-deletion-request"
import { AccountDeletionEvents } from "../events"

/** A request that this worker has claimed. */
export type CompleteAccountDeletionInput = ClaimedRequest

export const completeRequestStepId = "complete-account-deletion-request"

/**
 * Completes a claimed request after its customer was erased. No compensation: the erasure is final.
 *
 * @throws Error when another worker has claimed the request since, which then completes it
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

export const completeAccountDeletionWorkflowId = "complete-account-deletion"

/**
 * Completes a claimed request once its customer is erased, and emits `account_deletion.completed`.
 *
 * @returns the request's id and its customer's
 * @throws Error as `completeRequestStep`
 * @example await completeAccountDeletionWorkflow(container).run({ input: claimed })
 */
export const completeAccountDeletionWorkflow = createWorkflow(
  completeAccountDeletionWorkflowId,
  (input: CompleteAccountDeletionInput) => {
    const request = completeRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.COMPLETED,
      data: request,
    })
    return new WorkflowResponse(request)
  }
)
