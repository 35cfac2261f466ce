import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { maskContact } from "../../../contact"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { contactChangedMessage } from "../../../notifications"
import { verificationOf } from "../../../options"
import { deliverNotice } from "../../../codes"
import type { ChangedContact } from "./change-contact"

export const notifyOldContactStepId = "tell-old-contact"

/**
 * Notifies the old contact of a change, and says what to do about one that the customer did not make. The step succeeds
 * even if the provider fails. No compensation: it is the last step, and a message cannot be recalled.
 */
export const notifyOldContactStep = createStep(
  notifyOldContactStepId,
  async ({ change, old }: ChangedContact, { container }) => {
    const { contact, value } = change
    const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
    const verification = verificationOf(options, contact)
    if (!verification || !old.value || old.value === value) {
      return new StepResponse()
    }
    await deliverNotice(container, "the notice of a changed contact", {
      to: old.value,
      channel: verification.channel,
      template: "customer-registration/contact_changed",
      trigger_type: "contact_changed",
      receiver_id: change.customer_id,
      content: contactChangedMessage({
        contact,
        masked_value: maskContact(value),
        storefront_url: options.storefrontUrl,
      }),
    })
    return new StepResponse()
  }
)
