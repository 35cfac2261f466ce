import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents } from "../events"
import type { EraseCustomerInput } from "./person"
import { endSessionsStep, eraseIdentitiesStep } from "./steps/end-access"
import { detachCartsStep, emptyStrayAddressesStep } from "./steps/erase-carts"
import {
  eraseCodesStep,
  eraseCustomersStep,
  forgetRequestsStep,
} from "./steps/erase-own-rows"
import { notifyOfCompletionStep } from "./steps/notify-of-completion"
import {
  scrubAccountHoldersStep,
  scrubNotificationsStep,
  scrubPaymentSessionsStep,
} from "./steps/scrub-records"

export const eraseCustomerWorkflowId = "erase-customer"

/**
 * Erases a person: sessions, logins, codes, carts, payment sessions, messages, addresses and the customer. Orders are kept.
 *
 * No step has a compensation: an erasure that fails is tried again until it is done, and every step may run any number
 * of times. Each step finds the person anew, so that no contact becomes part of the workflow's state.
 *
 * Its hook `customerErasing` runs first, while everything is still there, for a store's own systems. It may run again
 * after a failure. Medusa's own `deleteCustomersWorkflow` is not used: its compensation would restore the customer.
 *
 * @returns the ids of the erased customer rows: the account, and the guests that ordered with its verified e-mail
 * @example
 * eraseCustomerWorkflow.hooks.customerErasing(async ({ customer_id }, { container }) => {
 *   await container.resolve("newsletter").forget(customer_id)
 * })
 */
export const eraseCustomerWorkflow = createWorkflow(
  eraseCustomerWorkflowId,
  (input: EraseCustomerInput) => {
    const customerErasing = createHook("customerErasing", input)
    endSessionsStep(input)
    eraseIdentitiesStep(input)
    eraseCodesStep(input)
    emptyStrayAddressesStep(input)
    detachCartsStep(input)
    scrubPaymentSessionsStep(input)
    scrubAccountHoldersStep(input)
    notifyOfCompletionStep(input)
    scrubNotificationsStep(input)
    const cancelled = forgetRequestsStep(input)
    const erased = eraseCustomersStep(input)
    // What was under way: a login or a proof that came in between, and a message that comes to be recorded from now on is recorded without a contact.
    endSessionsStep(input).config({ name: "end-late-sessions" })
    eraseIdentitiesStep(input).config({ name: "erase-late-identities" })
    scrubNotificationsStep(input).config({ name: "scrub-late-notifications" })
    const events = transform({ erased }, ({ erased }) =>
      erased.ids.map((id) => ({ id }))
    )
    emitEventStep({ eventName: CustomerWorkflowEvents.DELETED, data: events })
    emitEventStep({
      eventName: AccountDeletionEvents.CANCELLED,
      data: cancelled,
    }).config({ name: "emit-cancelled-requests" })
    return new WorkflowResponse(erased, { hooks: [customerErasing] })
  }
)
