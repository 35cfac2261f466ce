import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { ClaimedRequest } from "../../modules/account-deletion-request"
import { eraseCustomerWorkflow } from "../erasure/erase-customer"
import { AccountDeletionEvents } from "../events"
import { completeRequestStep } from "./steps/complete-request"

export const completeAccountDeletionWorkflowId = "complete-account-deletion"

/**
 * Erases the customer of a claimed request, and completes it. `executeClaimed` runs it and records what fails.
 *
 * @returns the request's id and its customer's
 * @throws whatever a step of `erase-customer` throws
 * @example await completeAccountDeletionWorkflow(container).run({ input: claimed })
 */
export const completeAccountDeletionWorkflow = createWorkflow(
  completeAccountDeletionWorkflowId,
  (input: ClaimedRequest) => {
    const person = transform({ input }, ({ input }) => ({
      customer_id: input.customer_id,
      request_id: input.id,
    }))
    eraseCustomerWorkflow.runAsStep({ input: person })
    const request = completeRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.COMPLETED,
      data: request,
    })
    return new WorkflowResponse(request)
  }
)
