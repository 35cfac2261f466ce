import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
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

/** The contact as it was before a change. */
export type OldContact = {
  /** As it was stored. */
  value: string | null
  verified: boolean
}

export const changeContactStepId = "change-contact"

/**
 * Changes a contact of the customer to the proven one, with its flag, and takes it off everybody who had only named it.
 * The compensation restores it all. Medusa's own step is not used: its compensation clears the fields that it did not
 * change.
 *
 * @returns the `old` contact, and the `namers`, for `notifyNamersStep`
 * @throws PluginError `customer_not_found`, `contact_taken` when another account has proven it
 */
export const changeContactStep = createStep(
  changeContactStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    const customer = await requireContacts(container, customer_id)
    const proof = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .prove({ customer_id, contact, value })
    if (!proof) {
      throw new PluginError("customer_not_found")
    }
    const old: OldContact = {
      value: customer[contact],
      verified: customer[`${contact}_verified`],
    }
    return new StepResponse({ old, namers: namersOf(proof) }, proof)
  },
  async (proof, { container }) => {
    if (proof) {
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).undoProof(proof)
    }
  }
)

export type ChangedContact = { change: UpdateContactInput; old: OldContact }
