import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { otherContact } from "../../../contact"
import { PluginError } from "../../../errors"
import { loginsOf } from "../../../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type OldContact,
} from "../../../modules/customer-registration"
import type { Contact } from "../../../options"
import { namersOf } from "../../shared/notify-namers"

/** Input of `update-contact`. */
export type UpdateContactInput = {
  customer_id: string
  contact: Contact
  /** The proven contact in its normal form: E.164, or lower-case. */
  value: string
  /** The `iat` of the login that asks for it: one that was revoked meanwhile changes nothing. */
  session_iat?: number
  /** Who has reserved it, if it is reserved already. */
  holder?: string
}

export const changeContactStepId = "change-contact"

/**
 * Changes a contact of the customer to the proven one, with its flag, and takes it off everybody who had only named it.
 * The compensation restores it all. Medusa's own step is not used: its compensation clears the fields that it did not
 * change.
 *
 * @returns the `old` contact and the customer's `other` one, and the `namers`, for `notifyNamersStep`
 * @throws PluginError `customer_not_found`, `contact_taken` when another account has proven it
 */
export const changeContactStep = createStep(
  changeContactStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    const customer = await requireContacts(container, customer_id)
    const logins = await loginsOf(container, customer_id)
    const proof = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .prove({ customer_id, contact, value })
    if (!proof) {
      throw new PluginError("customer_not_found")
    }
    const stateOf = (one: Contact): OldContact => ({
      value: customer[one],
      verified: customer[`${one}_verified`],
      logs_in: logins.some((login) => login.contact === one),
    })
    const old = stateOf(contact)
    const other = stateOf(otherContact(contact))
    return new StepResponse({ old, other, namers: namersOf(proof) }, proof)
  },
  async (proof, { container }) => {
    if (proof) {
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).undoProof(proof)
    }
  }
)

export type ChangedContact = {
  change: UpdateContactInput
  old: OldContact
  /** The customer's other contact. */
  other: OldContact
}
