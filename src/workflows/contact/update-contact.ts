import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type StepExecutionContext,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { CustomerRegistrationEvents } from "../events"
import {
  assertContactFreeStep,
  releaseContactsStep,
  reserveContactsStep,
} from "../shared/claim-contacts"
import { consumeCodeStep } from "../shared/consume-code"
import { clearWayStep, moveLoginStep } from "../shared/move-login"
import { notifyNamersStep } from "../shared/notify-namers"
import { revokeSessionsStep } from "../shared/revoke-sessions"
import type { SetVerifiedInput } from "../shared/set-verified"
import {
  changeContactStep,
  clearCartsStep,
  type UpdateContactInput,
} from "./steps/change-contact"
import { notifyOwnerStep } from "./steps/notify-contacts"

export const updateContactWorkflowId = "update-contact"

/**
 * Changes a customer's contact to one that they have proven: the customer, its flag and, where the contact is a login
 * identifier, the login move together or not at all. The customer's sessions end. Used by `POST /store/customers/me/contact/verify`.
 *
 * @returns `{ id }` of the customer, and `valid_from`, the `iat` that a valid token has at least from now on
 * @throws PluginError `contact_taken`, `customer_not_found`, `session_revoked`, `otp_invalid` when the contact has
 * changed since
 * @example await updateContactWorkflow(container).run({ input: { customer_id, contact: "phone", value: "+15559998888" } })
 */
export const updateContactWorkflow = createWorkflow(
  updateContactWorkflowId,
  (input: UpdateContactInput) => {
    const claimed = transform({ input }, ({ input: { holder, value } }) =>
      holder ? { holder } : [value]
    )
    const reservation = reserveContactsStep(claimed)
    assertContactFreeStep(input)
    consumeCodeStep(input)
    const revocation = revokeSessionsStep(input)
    const { customer, old, other, locale, namers } = changeContactStep(input)
    clearCartsStep({ change: input, old })
    const proven = transform({ input }, provenContact)
    clearWayStep(proven)
    moveLoginStep(proven)
    releaseContactsStep(reservation)
    emitEventStep({
      eventName: CustomerWorkflowEvents.UPDATED,
      data: customer,
    }).config({ name: "emit-customer-updated" })
    emitEventStep({
      eventName: CustomerRegistrationEvents.CONTACT_CHANGED,
      data: customer,
    })
    notifyOwnerStep({ change: input, old, other, locale })
    notifyNamersStep(namers)
    return new WorkflowResponse(
      transform({ customer, revocation }, ({ customer, revocation }) => ({
        ...customer,
        ...revocation,
      }))
    )
  }
)

/** The new value and no other, whatever the customer's contact is by the time the login moves. */
function provenContact(
  { input }: { input: UpdateContactInput },
  { container }: Pick<StepExecutionContext, "container">
): SetVerifiedInput {
  const { customer_id, contact, value } = input
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(value)
  return { customer_id, contact, destination_hash }
}
