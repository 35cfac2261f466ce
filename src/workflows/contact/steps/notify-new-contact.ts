import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverNotice } from "../../../codes"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactUndo,
} from "../../../modules/customer-registration"
import { contactRestoredMessage } from "../../../notifications"
import { verificationOf } from "../../../options"
import type { OldContact } from "./change-contact"

export const notifyNewContactStepId = "notify-new-contact"

/**
 * Notifies the contact that an account had until its change was undone. The step succeeds even if the provider fails. No
 * compensation: a message cannot be recalled.
 */
export const notifyNewContactStep = createStep(
  notifyNewContactStepId,
  async (
    { undo, undone }: { undo: ContactUndo; undone: OldContact },
    { container }
  ) => {
    const { contact, customer_id } = undo
    const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
    const verification = verificationOf(options, contact)
    if (!verification || !undone.value || undone.value === undo.value) {
      return new StepResponse()
    }
    await deliverNotice(container, "the notice of an undone change", {
      to: undone.value,
      channel: verification.channel,
      template: "customer-registration/contact_restored",
      trigger_type: "contact_restored",
      receiver_id: customer_id,
      content: contactRestoredMessage({
        contact,
        storefront_url: options.storefrontUrl,
      }),
    })
    return new StepResponse()
  }
)
