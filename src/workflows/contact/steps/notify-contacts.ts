import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverNotice } from "../../../codes"
import { maskContact } from "../../../contact"
import {
  type ContactUndo,
  CUSTOMER_REGISTRATION_MODULE,
} from "../../../modules/customer-registration"
import {
  contactChangedMessage,
  contactRestoredMessage,
  undoUrl,
} from "../../../notifications"
import { accepts, verificationOf } from "../../../options"
import type { ChangedContact, OldContact } from "./change-contact"

export const notifyOldContactStepId = "tell-old-contact"

/**
 * Notifies the old contact of a change, with a link that undoes it. The token of the link is no part of the workflow's
 * state. The step succeeds even if the provider fails. No compensation: it is the last step, and a message cannot be recalled.
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
    const undo = await issueUndo({ change, old }, container)
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
        undo,
      }),
      secret: undo?.url,
    })
    return new StepResponse()
  }
)

// Whom the change took the account from: not somebody whose contact the customer had only named, or mistyped.
async function issueUndo(
  { change: { customer_id, contact }, old }: ChangedContact,
  container: MedusaContainer
): Promise<{ url: string; hours: number } | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const { storefrontUrl, contact_change, login } = options
  const { undo_hours: hours } = contact_change
  const { value, verified } = old
  const isOwners =
    verified ||
    (!options.registration.require_verification &&
      accepts(login.identifier, contact))
  if (!hours || !storefrontUrl || !value || !isOwners) {
    return undefined
  }
  const undo = { customer_id, contact, value, verified }
  const token = await registration.issueUndo(undo, hours)
  return { url: undoUrl(storefrontUrl, token), hours }
}

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
