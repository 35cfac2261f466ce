import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import type { AccountDeletionEvent } from "../../../notifications"
import { tellCustomer } from "../tell-customer"

export type TellCustomerInput = { id: string; news: AccountDeletionEvent }

export const tellCustomerStepId = "tell-customer-of-account-deletion"

/**
 * Tells the customer what became of their request. The step stands even if the provider fails. No compensation: a
 * message cannot be taken back.
 */
export const tellCustomerStep = createStep(
  tellCustomerStepId,
  async ({ id, news }: TellCustomerInput, { container }) => {
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .retrieveAccountDeletionRequest(id)
    await tellCustomer(container, {
      customer_id: request.customer_id,
      news,
      scheduled_at: request.scheduled_at ?? undefined,
    })
    return new StepResponse()
  }
)
