import type { MedusaContainer } from "@medusajs/framework/types"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactUndo,
} from "../../modules/customer-registration"
import type { Contact } from "../../options"
import { AccountDeletionEvents, CustomerRegistrationEvents } from "../events"
import { releaseContactsStep } from "../shared/claim-contacts"
import { assertUndoableStep, claimUndoStep } from "./steps/claim-undo"
import { notifyNewContactStep } from "./steps/notify-contacts"
import {
  cancelDeletionStep,
  clearUndoneCartsStep,
  consumeUndoStep,
  putContactBackStep,
  takeAccessAwayStep,
} from "./steps/undo-change"

export const undoContactChangeWorkflowId = "undo-contact-change"

/**
 * Undoes a contact change: contact, flag and login are as before it, open carts lose the new e-mail, the sessions and the
 * password are void, and a deletion of the account that has not begun is cancelled. Used by
 * `POST /store/customers/contact-change/undo`.
 *
 * It only goes forward: what was taken from whoever has the account stays taken when a later step fails, and the same link
 * goes on. Access is taken away before the contact is back and once more after it: until then a recovery by the new
 * contact could set a password.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError `undo_used`, `undo_expired`, `undo_running`, `customer_not_found`, `contact_taken` when another
 * account has proven the old contact
 * @example
 * const undo = await container.resolve("customerRegistration").findUndo(token)
 * if (undo) await undoContactChangeWorkflow(container).run({ input: undo })
 */
export const undoContactChangeWorkflow = createWorkflow(
  undoContactChangeWorkflowId,
  (input: ContactUndo) => {
    const reservation = claimUndoStep(input)
    assertUndoableStep(input)
    takeAccessAwayStep(input)
    clearUndoneCartsStep(input)
    const undone = putContactBackStep(input)
    takeAccessAwayStep(input).config({ name: "take-access-away-again" })
    const request = cancelDeletionStep(input)
    const customer = consumeUndoStep({ undo: input, restored: undone.restored })
    releaseContactsStep(reservation)
    emitEventStep({
      eventName: CustomerWorkflowEvents.UPDATED,
      data: customer,
    }).config({ name: "emit-customer-updated" })
    emitEventStep({
      eventName: CustomerRegistrationEvents.CONTACT_CHANGED,
      data: customer,
    }).config({ name: "emit-contact-changed" })
    when(
      "deletion-is-cancelled",
      { request },
      ({ request }) => request.id !== null
    ).then(() => {
      emitEventStep({
        eventName: AccountDeletionEvents.CANCELLED,
        data: request,
      })
    })
    notifyNewContactStep({ undo: input, undone })
    return new WorkflowResponse(customer)
  }
)

/**
 * Undoes the contact change whose notice had a link with this token.
 *
 * @returns which contact is as before
 * @throws PluginError `undo_token_invalid`, and as `undoContactChangeWorkflow`
 * @example const { contact } = await undoContactChange(container, token)
 */
export async function undoContactChange(
  container: MedusaContainer,
  token: string
): Promise<{ contact: Contact }> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const undo = await registration.findUndo(token)
  if (!undo) {
    throw new PluginError("undo_token_invalid")
  }
  if (!registration.getOptions().contact_change.undo_hours) {
    throw new PluginError("undo_expired")
  }
  await undoContactChangeWorkflow(container).run({ input: undo })
  return { contact: undo.contact }
}
