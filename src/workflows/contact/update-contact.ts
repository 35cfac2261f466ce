import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerRegistrationEvents } from "../events"
import { setVerifiedStep } from "../verification/steps/set-verified"
import { provenContact } from "./proven-contact"
import { assertContactFreeStep } from "./steps/assert-contact-free"
import { changeContactStep } from "./steps/change-contact"
import { moveLoginStep } from "./steps/move-login"
import { releaseContactsStep } from "./steps/release-contacts"
import { reserveContactsStep } from "./steps/reserve-contacts"
import { tellOldContactStep } from "./steps/tell-old-contact"
import { voidUnfinishedRegistrationStep } from "./steps/void-unfinished-registration"
import type { UpdateContactInput } from "./update-contact-input"

export const updateContactWorkflowId = "update-contact"

/**
 * Changes a customer's contact to one that they have proven: the customer, its flag and, where the contact is a login
 * identifier, the login move together or not at all. Used by `POST /store/customers/me/contact/verify`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError `contact_taken`, `customer_not_found`, `otp_invalid` when the contact is another by now
 * @example await updateContactWorkflow(container).run({ input: { customer_id, contact: "phone", value: "+15559998888" } })
 */
export const updateContactWorkflow = createWorkflow(
  updateContactWorkflowId,
  (input: UpdateContactInput) => {
    const claimed = transform({ input }, ({ input }) => [input.value])
    const reservation = reserveContactsStep(claimed)
    assertContactFreeStep(input)
    const old = changeContactStep(input)
    const customer = setVerifiedStep(transform({ input }, provenContact))
    voidUnfinishedRegistrationStep(input)
    moveLoginStep({ change: input, old })
    releaseContactsStep(reservation)
    emitEventStep({
      eventName: CustomerWorkflowEvents.UPDATED,
      data: customer,
    }).config({ name: "emit-customer-updated" })
    emitEventStep({
      eventName: CustomerRegistrationEvents.CONTACT_CHANGED,
      data: customer,
    })
    tellOldContactStep({ change: input, old })
    return new WorkflowResponse(customer)
  }
)
