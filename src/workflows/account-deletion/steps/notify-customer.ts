import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { emitLater } from "../../../medusa/events"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type AccountDeletionRequest,
} from "../../../modules/account-deletion-request"
import { AccountDeletionEvents } from "../../events"
import {
  notifyOfDeletion,
  type DeletionNotification,
} from "../../shared/notify-of-deletion"

export type NotifyCustomerInput = Pick<
  DeletionNotification,
  "event" | "locale"
> & {
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
  async ({ id, event, locale }: NotifyCustomerInput, { container }) => {
    const request = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .retrieveAccountDeletionRequest(id)
    await notifyOfDeletion(container, {
      customer_id: request.customer_id,
      event,
      scheduled_at: request.scheduled_at ?? undefined,
      locale,
    })
    return new StepResponse()
  }
)

const EVENTS = {
  confirmed: AccountDeletionEvents.CONFIRMED,
  cancelled: AccountDeletionEvents.CANCELLED,
} as const

/**
 * Emits the event of a request that has moved, and notifies its customer, for a flow without a workflow.
 *
 * @param locale the language of the notice; left out or not the store's, the customer's
 * @example await announce(container, request, "cancelled")
 */
export async function announce(
  container: MedusaContainer,
  { id, customer_id, scheduled_at }: AccountDeletionRequest,
  event: keyof typeof EVENTS,
  locale?: string
): Promise<void> {
  emitLater(container, [{ name: EVENTS[event], data: { id, customer_id } }])
  await notifyOfDeletion(container, {
    customer_id,
    event,
    scheduled_at: scheduled_at ?? undefined,
    locale,
  })
}
