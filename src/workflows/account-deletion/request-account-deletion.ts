import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents } from "../events"
import { type OpenRequestInput, openRequestStep } from "./steps/request-steps"
import {
  sendDeletionCodeStep,
  type SendDeletionCodeInput,
} from "./steps/send-deletion-code"

export type RequestAccountDeletionInput = OpenRequestInput &
  SendDeletionCodeInput

export const requestAccountDeletionWorkflowId = "request-account-deletion"

/**
 * Opens a customer's deletion request and sends the code that confirms it. Used by
 * `POST /store/customers/account-deletion/request`.
 *
 * @returns the sent code's id and expiry, and by which contact it went; `signOtpToken` makes the client's token of it
 * @throws PluginError as `openRequestStep` and `sendDeletionCodeStep`
 * @example
 * const { result } = await requestAccountDeletionWorkflow(container).run({ input: { customer_id } })
 * const claims = { purpose: "account_deletion_request", customer_id, contact: result.contact } as const
 * const { token } = signOtpToken(container, result, claims)
 */
export const requestAccountDeletionWorkflow = createWorkflow(
  requestAccountDeletionWorkflowId,
  (input: RequestAccountDeletionInput) => {
    const request = openRequestStep(input)
    const sent = sendDeletionCodeStep(input)
    emitEventStep({
      eventName: AccountDeletionEvents.REQUESTED,
      data: request,
    })
    const result = transform({ request, sent }, ({ request, sent }) => ({
      ...sent,
      request_id: request.id,
    }))
    return new WorkflowResponse(result)
  }
)
