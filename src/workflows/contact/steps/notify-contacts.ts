import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverNotice, noticeContent } from "../../../codes"
import { type Contact, maskContact, otherContact } from "../../../contact"
import {
  type ContactUndo,
  CUSTOMER_REGISTRATION_MODULE,
  type OldContact,
} from "../../../modules/customer-registration"
import {
  contactChangedMessage,
  contactChangedValues,
  contactRestoredMessage,
  contactRestoredValues,
  undoUrl,
} from "../../../notifications"
import { verificationOf } from "../../../options"
import type { ChangedContact } from "./change-contact"
import { isOwners } from "./claim-undo"

/**
 * Notifies the old contact of a change, and the customer's other contact if that is proven: whoever has a stolen login may
 * add a contact, or replace one that was never proven. Each that is the owner's gets the one link that undoes the change. It
 * succeeds even if the provider fails.
 *
 * @example await notifyOwner(container, { change: { customer_id, contact: "phone", value }, old, other })
 */
export async function notifyOwner(
  container: MedusaContainer,
  changed: ChangedContact
): Promise<void> {
  const { change, old, locale } = changed
  if (old.value === change.value) {
    return
  }
  const recipients = recipientsOf(changed, container)
  const undo = recipients.some(({ owners }) => owners)
    ? await issueUndo(changed, container)
    : undefined
  for (const { owners, ...recipient } of recipients) {
    const notice = { ...recipient, change, locale, added: !old.value }
    await deliverChange(container, owners ? { ...notice, undo } : notice)
  }
}

export const notifyOwnerStepId = "tell-old-contact"

/**
 * What `notifyOwner` does, as a step. The token of the link is no part of the workflow's state. No compensation: it is the
 * last step, and a message cannot be recalled.
 */
export const notifyOwnerStep = createStep(
  notifyOwnerStepId,
  async (changed: ChangedContact, { container }) => {
    await notifyOwner(container, changed)
    return new StepResponse()
  }
)

function recipientsOf(
  { change: { contact }, old, other }: ChangedContact,
  container: MedusaContainer
) {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const both = [
    { reached: contact, ...old },
    { reached: otherContact(contact), ...other },
  ]
  return both.flatMap(({ reached, value, ...state }) => {
    const owners = isOwners({ contact: reached, ...state }, options)
    const told = owners || reached === contact
    return value && told ? [{ reached, to: value, owners }] : []
  })
}

type Notice = Pick<ChangedContact, "change" | "locale"> & {
  /** The contact that the notice goes to. */
  reached: Contact
  to: string
  added: boolean
  undo?: { url: string; hours: number }
}

async function deliverChange(
  container: MedusaContainer,
  { change, locale, reached, to, added, undo }: Notice
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const verification = verificationOf(registration.getOptions(), reached)
  if (!verification) {
    return
  }
  const style = registration
    .getMessages()
    .styleOf("contact_changed", reached, change.locale, locale)
  const { contact } = change
  const masked_value = maskContact(change.value)
  await deliverNotice(container, "the notice of a changed contact", {
    to,
    channel: verification.channel,
    trigger_type: "contact_changed",
    receiver_id: change.customer_id,
    ...noticeContent(
      container,
      "contact_changed",
      style,
      { contact, reached, added, masked_value, undo },
      { message: contactChangedMessage, values: contactChangedValues }
    ),
    secret: undo?.url,
  })
}

async function issueUndo(
  { change: { customer_id, contact }, old }: ChangedContact,
  container: MedusaContainer
): Promise<Notice["undo"]> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const { storefrontUrl, contact_change } = registration.getOptions()
  const { undo_hours: hours } = contact_change
  if (!hours || !storefrontUrl) {
    return undefined
  }
  const undo = { customer_id, contact, ...old }
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
    { undo, undone }: { undo: ContactUndo; undone: Pick<OldContact, "value"> },
    { container }
  ) => {
    const { contact, customer_id } = undo
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const verification = verificationOf(registration.getOptions(), contact)
    if (!verification || !undone.value || undone.value === undo.value) {
      return new StepResponse()
    }
    const customer = await registration.retrieveContacts(customer_id)
    const style = registration
      .getMessages()
      .styleOf("contact_restored", contact, customer?.locale)
    await deliverNotice(container, "the notice of an undone change", {
      to: undone.value,
      channel: verification.channel,
      trigger_type: "contact_restored",
      receiver_id: customer_id,
      ...noticeContent(
        container,
        "contact_restored",
        style,
        { contact },
        { message: contactRestoredMessage, values: contactRestoredValues }
      ),
    })
    return new StepResponse()
  }
)
