import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  consumeGuess,
  guessAccountDeletion,
  type ProvenDeletion,
  type TypedCode,
} from "../../codes"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type AccountDeletionRequest,
} from "../../modules/account-deletion-request"
import type { RightCode } from "../../modules/otp-verification"
import { AccountDeletionEvents, VERIFIED_EVENTS } from "../events"
import { consumeCodeStep } from "../shared/consume-code"
import { clearWayStep, moveLoginStep } from "../shared/move-login"
import { notifyNamersStep } from "../shared/notify-namers"
import { setVerifiedStep } from "../shared/set-verified"
import { announce, notifyCustomerStep } from "./steps/notify-customer"
import { confirmRequest, confirmRequestStep } from "./steps/request-steps"

/** What `proveAccountDeletion` returns. */
export type ConfirmAccountDeletionInput = ProvenDeletion & {
  /** The code that proves it, if it is still to be consumed. */
  code?: RightCode
  /** The language of the notice (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

export const confirmAccountDeletionWorkflowId = "confirm-account-deletion"

/**
 * Confirms a customer's deletion request after its code was consumed. The code also verifies the contact that it went
 * to, so that the erasure covers whatever holds that contact. Used by
 * `POST /store/customers/account-deletion/confirm`.
 *
 * @returns the request's id and its customer's
 * @throws PluginError `account_deletion_not_allowed`, and as `setVerifiedStep`
 * @example
 * const proven = await proveAccountDeletion(container, { token, code })
 * await confirmAccountDeletionWorkflow(container).run({ input: proven })
 */
export const confirmAccountDeletionWorkflow = createWorkflow(
  confirmAccountDeletionWorkflowId,
  (input: ConfirmAccountDeletionInput) => {
    consumeCodeStep(input)
    const request = confirmRequestStep(input)
    const proof = transform({ input }, ({ input }) => input.newly_proven)
    const eventName = transform(
      { proof },
      ({ proof }) => proof && VERIFIED_EVENTS[proof.contact]
    )
    when("newly-proven", { proof }, ({ proof }) => Boolean(proof)).then(() => {
      clearWayStep(proof)
      const { customer, namers } = setVerifiedStep(proof)
      moveLoginStep(proof)
      emitEventStep({ eventName, data: customer }).config({
        name: "emit-verified",
      })
      notifyNamersStep(namers)
    })
    emitEventStep({
      eventName: AccountDeletionEvents.CONFIRMED,
      data: request,
    })
    const notification = transform(
      { request, input },
      ({ request, input }) => ({
        id: request.id,
        event: "confirmed" as const,
        locale: input.locale,
      })
    )
    notifyCustomerStep(notification)
    return new WorkflowResponse(request)
  }
)

/**
 * Confirms the deletion of the account that a code proves. Where the code proves a contact as well, that is a workflow.
 *
 * @param locale the language of the notice; left out or not the store's, the customer's
 * @throws PluginError as `guessAccountDeletion` and `confirmAccountDeletionWorkflow`
 * @example const { scheduled_at } = await confirmDeletionByCode(container, { token, code: "482917" })
 */
export async function confirmDeletionByCode(
  container: MedusaContainer,
  typed: TypedCode,
  locale?: string
): Promise<AccountDeletionRequest> {
  const guessed = await guessAccountDeletion(container, typed)
  const input = { ...guessed, locale }
  if (input.newly_proven) {
    const { result } = await confirmAccountDeletionWorkflow(container).run({
      input,
    })
    return await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .retrieveAccountDeletionRequest(result.id)
  }
  await consumeGuess(container, input.code)
  const request = await confirmRequest(container, input.customer_id)
  await announce(container, request, "confirmed", locale)
  return request
}
