import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { proveDeletionCancel, type TypedCode } from "../../codes"
import type { AccountDeletionRequest } from "../../modules/account-deletion-request"
import { AccountDeletionEvents } from "../events"
import { announce, notifyCustomerStep } from "./steps/notify-customer"
import { cancelRequest, cancelRequestStep } from "./steps/request-steps"

export type CancelAccountDeletionInput = {
  /** The request's id. */
  id: string
  /** The language of the notice (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

export const cancelAccountDeletionWorkflowId = "cancel-account-deletion"

/**
 * Cancels a deletion request whose execution has not begun. Used by
 * `POST /admin/account-deletion-requests/:id/cancel`.
 *
 * @returns the request's id and its customer's
 * @throws PluginError `account_deletion_not_found`, `account_deletion_not_allowed`
 * @example await cancelAccountDeletionWorkflow(container).run({ input: { id: request.id } })
 */
export const cancelAccountDeletionWorkflow = createWorkflow(
  cancelAccountDeletionWorkflowId,
  (input: CancelAccountDeletionInput) => {
    const request = cancelRequestStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.CANCELLED,
      data: request,
    })
    const notification = transform(
      { request, input },
      ({ request, input }) => ({
        id: request.id,
        event: "cancelled" as const,
        locale: input.locale,
      })
    )
    notifyCustomerStep(notification)
    return new WorkflowResponse(request)
  }
)

/**
 * Cancels the deletion of the account that a code proves. It does what `cancel-account-deletion` does.
 *
 * @param locale the language of the notice; left out or not the store's, the customer's
 * @throws PluginError as `proveDeletionCancel` and `cancelRequest`
 * @example const { cancelled_at } = await cancelDeletionByCode(container, { token, code: "482917" })
 */
export async function cancelDeletionByCode(
  container: MedusaContainer,
  typed: TypedCode,
  locale?: string
): Promise<AccountDeletionRequest> {
  const { id } = await proveDeletionCancel(container, typed)
  const request = await cancelRequest(container, id)
  await announce(container, request, "cancelled", locale)
  return request
}
