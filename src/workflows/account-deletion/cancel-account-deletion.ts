import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents } from "../events"
import { cancelRequestStep } from "./steps/cancel-request"
import { tellCustomerStep } from "./steps/tell-customer"

export const cancelAccountDeletionWorkflowId = "cancel-account-deletion"

/**
 * Cancels a deletion request whose execution has not begun. Used by
 * `POST /store/customers/account-deletion/cancel-confirm` and `POST /admin/account-deletion-requests/:id/cancel`.
 *
 * @returns the request's id and its customer's
 * @throws PluginError `account_deletion_not_found`, `account_deletion_not_allowed`
 * @example await cancelAccountDeletionWorkflow(container).run({ input: { id: request.id } })
 */
export const cancelAccountDeletionWorkflow = createWorkflow(
  cancelAccountDeletionWorkflowId,
  (input: { id: string }) => {
    const request = cancelRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.CANCELLED,
      data: request,
    })
    const news = transform({ request }, ({ request }) => ({
      id: request.id,
      news: "cancelled" as const,
    }))
    tellCustomerStep(news)
    return new WorkflowResponse(request)
  }
)
