import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AccountDeletionEvents } from "../events"
import type { EraseCustomerInput } from "./erase-customer-input"
import { detachCartsStep } from "./steps/detach-carts"
import { emptyStrayAddressesStep } from "./steps/empty-stray-addresses"
import { eraseCodesStep } from "./steps/erase-codes"
import { eraseCustomersStep } from "./steps/erase-customers"
import { eraseIdentitiesStep } from "./steps/erase-identities"
import { forgetRequestsStep } from "./steps/forget-requests"
import { sayFarewellStep } from "./steps/say-farewell"
import { scrubAccountHoldersStep } from "./steps/scrub-account-holders"
import { scrubNotificationsStep } from "./steps/scrub-notifications"
import { scrubPaymentSessionsStep } from "./steps/scrub-payment-sessions"

export const eraseCustomerWorkflowId = "erase-customer"

/**
 * Erases a person, not the books: logins, codes, carts, payment sessions, messages, addresses and the customer; orders
 * stay. Nothing of it is undone: what fails is tried again, and every step may run any number of times.
 *
 * Its hook `customerErasing` runs first, while everything is still there, for a store's own systems. It may run again
 * after a failure. Medusa's own `deleteCustomersWorkflow` is not used: undone, it would restore the customer.
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
    eraseIdentitiesStep(input)
    eraseCodesStep(input)
    emptyStrayAddressesStep(input)
    detachCartsStep(input)
    scrubPaymentSessionsStep(input)
    scrubAccountHoldersStep(input)
    sayFarewellStep(input)
    scrubNotificationsStep(input)
    const cancelled = forgetRequestsStep(input)
    const erased = eraseCustomersStep(input)
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
