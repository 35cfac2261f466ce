import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents } from "../events"
import { confirmRequestStep } from "./steps/confirm-request"
import { tellCustomerStep } from "./steps/tell-customer"

export const confirmAccountDeletionWorkflowId = "confirm-account-deletion"

/**
 * Confirms a customer's deletion request after its code was taken. Used by
 * `POST /store/customers/account-deletion/confirm`.
 *
 * @returns the request's id and its customer's
 * @throws PluginError `account_deletion_not_allowed`
 * @example
 * const proven = await proveAccountDeletion(container, { token, code })
 * await confirmAccountDeletionWorkflow(container).run({ input: proven })
 */
export const confirmAccountDeletionWorkflow = createWorkflow(
  confirmAccountDeletionWorkflowId,
  (input: { customer_id: string }) => {
    const request = confirmRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.CONFIRMED,
      data: request,
    })
    const news = transform({ request }, ({ request }) => ({
      id: request.id,
      news: "confirmed" as const,
    }))
    tellCustomerStep(news)
    return new WorkflowResponse(request)
  }
)
