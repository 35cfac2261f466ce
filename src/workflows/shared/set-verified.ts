import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactProof,
} from "../../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type RightCode,
} from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { consumeGuess, contactToProve, requireContacts } from "../../codes"
import { inTransaction, type SqlContext } from "../../sql"
import { namersOf } from "./notify-namers"

export type SetVerifiedInput = {
  customer_id: string
  contact: Contact
  /** Keyed hash of the contact that was proven; without it, the customer's current contact counts as proven. */
  destination_hash?: string
  /** The code that proves it, if it is still to be consumed: with the flag or not at all. */
  code?: RightCode
}

export const setVerifiedStepId = "set-contact-verified"

/**
 * Sets the flag of a contact, if the customer still has the contact that was proven, stores its normal form, and takes
 * it off everybody who had only named it. The compensation restores it all.
 *
 * @returns the `customer`, and the `namers`, for `notifyNamersStep`
 * @throws PluginError `customer_not_found`, `contact_missing`, `contact_taken` when another account has proven it,
 * `otp_invalid` when the contact has changed since, and as `consumeGuess`
 */
export const setVerifiedStep = createStep(
  setVerifiedStepId,
  async (input: SetVerifiedInput, { container }) => {
    const proven = await findProven(input, container)
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const proof = await inTransaction(container, async (context) => {
      const proof = await registration.prove(proven, context)
      if (proof && input.code) {
        await consumeGuess(container, input.code, context)
      }
      return proof
    })
    if (!proof) {
      throw new PluginError("otp_invalid")
    }
    const customer = { id: input.customer_id }
    return new StepResponse({ customer, namers: namersOf(proof) }, proof)
  },
  async (proof, { container }) => {
    if (proof) {
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).undoProof(proof)
    }
  }
)

/**
 * The contact that was proven, in its normal form and as it is stored.
 *
 * @param context of a transaction that holds the customer's row
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_invalid` when the contact has changed since
 * @example const { value } = await findProven({ customer_id: "cus_1", contact: "phone" }, container)
 */
export async function findProven(
  { customer_id, contact, destination_hash }: SetVerifiedInput,
  container: MedusaContainer,
  context?: SqlContext
): Promise<Required<ContactProof>> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await requireContacts(container, customer_id, context)
  const stored = customer[contact]
  const value = contactToProve(customer, contact, registration.getOptions())
  if (!stored || !value) {
    // A code has just gone there and come back: somebody else has proven the contact meanwhile.
    throw new PluginError(
      destination_hash ? "contact_taken" : "contact_missing"
    )
  }
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  if (destination_hash && otp.hashDestination(value) !== destination_hash) {
    throw new PluginError("otp_invalid")
  }
  return { customer_id, contact, value, stored }
}
