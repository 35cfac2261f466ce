import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import {
  notifyOfDeletion,
  type DeletionNotification,
} from "../../shared/notify-of-deletion"

export type NotifyCustomerInput = Pick<DeletionNotification, "event"> & {
  /** The request's id. */
  id: string
}

export const notifyCustomerStepId = "tell-customer-of-account-deletion"

/**
 * Notifies the customer of a change to their request. The step succeeds even if the provider fails. No compensation:
 * a message cannot be recalled.
 */
export const notifyCustomerStep = createStep(
  notifyCustomerStepId,
  async ({ id, event }: NotifyCustomerInput, { container }) => {
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .retrieveAccountDeletionRequest(id)
    await notifyOfDeletion(container, {
      customer_id: request.customer_id,
      event,
      scheduled_at: request.scheduled_at ?? undefined,
    })
    return new StepResponse()
  }
)
