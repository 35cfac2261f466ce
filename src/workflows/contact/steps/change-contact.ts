import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { otherContact } from "../../../contact"
import { PluginError } from "../../../errors"
import {
  findAccess,
  type CustomerAccess,
} from "../../../medusa/customer-access"
import { clearOpenCarts, restoreOpenCarts } from "../../../medusa/open-carts"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type OldContact,
} from "../../../modules/customer-registration"
import type { RightCode } from "../../../modules/otp-verification"
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
  /** The code that proves it, if it is still to be consumed. */
  code?: RightCode
  /** The language of the notices (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

export const changeContactStepId = "change-contact"

/**
 * Changes a contact of the customer to the proven one, with its flag, and takes it off everybody who had only named it.
 * The compensation restores it all. Medusa's own step is not used: its compensation clears the fields that it did not
 * change.
 *
 * @returns the `customer`, the `old` contact, their `other` one and their `locale`, and the `namers`, for `notifyNamersStep`
 * @throws PluginError `customer_not_found`, `contact_taken` when another account has proven it
 */
export const changeContactStep = createStep(
  changeContactStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    const access = await findAccess(container, customer_id, contact, value)
    const proof = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .prove({ customer_id, contact, value })
    if (!proof || !access) {
      throw new PluginError("customer_not_found")
    }
    const customer = { id: customer_id }
    const namers = namersOf(proof)
    const before = contactsBefore(access, contact)
    return new StepResponse({ customer, ...before, namers }, proof)
  },
  async (proof, { container }) => {
    if (proof) {
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).undoProof(proof)
    }
  }
)

/**
 * What a change of a contact puts an end to, the customer's other contact, and their language.
 *
 * @example const { old, other, locale } = contactsBefore(access, "phone")
 */
export function contactsBefore(
  access: CustomerAccess,
  contact: Contact
): Pick<ChangedContact, "old" | "other" | "locale"> {
  const stateOf = (one: Contact): OldContact => ({
    value: access[one],
    verified: access[`${one}_verified`],
    logs_in: access.logins.some((login) => login.contact === one),
  })
  return {
    old: stateOf(contact),
    other: stateOf(otherContact(contact)),
    locale: access.locale,
  }
}

export type ChangedContact = {
  change: Pick<
    UpdateContactInput,
    "customer_id" | "contact" | "value" | "locale"
  >
  old: OldContact
  /** The customer's other contact. */
  other: OldContact
  /** The language that their storefront noted. */
  locale?: string | null
}

export const clearCartsStepId = "clear-open-carts"

/** Takes the old e-mail off the customer's open carts. */
export const clearCartsStep = createStep(
  clearCartsStepId,
  async (
    { change, old }: Pick<ChangedContact, "change" | "old">,
    { container }
  ) => {
    const { customer_id, contact } = change
    const carts =
      contact === "email"
        ? await clearOpenCarts(container, { customer_id, from: old.value })
        : []
    return new StepResponse(undefined, carts)
  },
  async (carts, { container }) => {
    await restoreOpenCarts(container, carts ?? [])
  }
)
