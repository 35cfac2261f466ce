import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { requireContacts } from "../../codes"
import { emitLater } from "../../medusa/events"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../modules/account-deletion-request"
import type { CustomerContacts } from "../../modules/customer-registration"
import { AccountDeletionEvents } from "../events"
import {
  openRequest,
  openRequestStep,
  type OpenRequestInput,
} from "./steps/request-steps"
import {
  sendDeletionCode,
  sendDeletionCodeStep,
  type SendDeletionCodeInput,
  type SentDeletionCode,
} from "./steps/send-deletion-code"

export type RequestAccountDeletionInput = OpenRequestInput &
  SendDeletionCodeInput

export const requestAccountDeletionWorkflowId = "request-account-deletion"

/**
 * Opens a customer's deletion request and sends the code that confirms it. For other workflows to run.
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

/**
 * What `request-account-deletion` does, for who needs no workflow around it. Used by
 * `POST /store/customers/account-deletion/request`.
 *
 * @param known the customer, if they have been read already
 * @throws PluginError `customer_not_found`, as `openRequest` and `sendDeletionCode`
 * @example const sent = await requestAccountDeletion(container, { customer_id, client_ip: req.ip })
 */
export async function requestAccountDeletion(
  container: MedusaContainer,
  input: RequestAccountDeletionInput,
  known?: CustomerContacts
): Promise<SentDeletionCode> {
  const { customer_id } = input
  const customer = known ?? (await requireContacts(container, customer_id))
  const opening = await openRequest(container, input)
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const sent = await sendDeletionCode(container, customer, input).catch(
    async (error: unknown) => {
      await requests.close(opening)
      throw error
    }
  )
  const data = { id: opening.id, customer_id }
  emitLater(container, [{ name: AccountDeletionEvents.REQUESTED, data }])
  return sent
}
