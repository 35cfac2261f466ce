import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { ClaimedRequest } from "../../modules/account-deletion-request"
import { AccountDeletionEvents } from "../events"
import { completeRequestStep } from "./steps/complete-request"

export const completeAccountDeletionWorkflowId = "complete-account-deletion"

/**
 * Completes a claimed request once its customer is erased, and says so.
 *
 * @returns the request's id and its customer's
 * @throws Error when another worker has overtaken this one
 * @example await completeAccountDeletionWorkflow(container).run({ input: claimed })
 */
export const completeAccountDeletionWorkflow = createWorkflow(
  completeAccountDeletionWorkflowId,
  (input: ClaimedRequest) => {
    const request = completeRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.COMPLETED,
      data: request,
    })
    return new WorkflowResponse(request)
  }
)
