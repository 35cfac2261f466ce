import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents, VERIFIED_EVENTS } from "../events"
import { setVerifiedStep } from "../verification/steps/set-verified"
import type { ProvenDeletion } from "../../codes"
import { confirmRequestStep } from "./steps/confirm-request"
import { tellCustomerStep } from "./steps/tell-customer"

export const confirmAccountDeletionWorkflowId = "confirm-account-deletion"

/**
 * Confirms a customer's deletion request after its code was taken, which verifies the contact that it went to: what
 * has that contact is theirs when they are erased. Used by `POST /store/customers/account-deletion/confirm`.
 *
 * @returns the request's id and its customer's
 * @throws PluginError `account_deletion_not_allowed`, and as `setVerifiedStep`
 * @example
 * const proven = await proveAccountDeletion(container, { token, code })
 * await confirmAccountDeletionWorkflow(container).run({ input: proven })
 */
export const confirmAccountDeletionWorkflow = createWorkflow(
  confirmAccountDeletionWorkflowId,
  (input: ProvenDeletion) => {
    const request = confirmRequestStep(input)
    const proof = transform({ input }, ({ input }) => input.newly_proven)
    when("newly-proven", { proof }, ({ proof }) => Boolean(proof)).then(() => {
      const customer = setVerifiedStep(proof)
      const eventName = transform(
        { proof },
        ({ proof }) => VERIFIED_EVENTS[proof?.contact ?? "email"]
      )
      emitEventStep({ eventName, data: customer }).config({
        name: "emit-verified",
      })
    })
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
