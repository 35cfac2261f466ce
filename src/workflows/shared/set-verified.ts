import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
  type CustomerContacts,
} from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { contactToProve, requireContacts } from "../../codes"

export type SetVerifiedInput = {
  customer_id: string
  contact: Contact
  /** Keyed hash of the contact that was proven; without it, the customer's current contact counts as proven. */
  destination_hash?: string
}

export const setVerifiedStepId = "set-contact-verified"

/**
 * Sets the flag of a contact, if the customer still has the contact that was proven. The compensation restores the flag.
 *
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_invalid` when the contact has changed since
 */
export const setVerifiedStep = createStep(
  setVerifiedStepId,
  async (input: SetVerifiedInput, { container }) => {
    const { customer: _customer, ...proven } = await findProven(
      input,
      container
    )
    const changed = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .setVerified(proven, true)
    return new StepResponse(
      { id: input.customer_id },
      changed ? proven : undefined
    )
  },
  async (proven, { container }) => {
    if (proven) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .setVerified(proven, false)
    }
  }
)

/**
 * The contact that was proven, as it is stored, and the customer who has it.
 *
 * @throws PluginError `customer_not_found`, `contact_missing`, `otp_invalid` when the contact has changed since
 * @example const { value } = await findProven({ customer_id: "cus_1", contact: "phone" }, container)
 */
export async function findProven(
  { customer_id, contact, destination_hash }: SetVerifiedInput,
  container: MedusaContainer
): Promise<ContactOf & { customer: CustomerContacts }> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await requireContacts(container, customer_id)
  const value = customer[contact]
  const proven = contactToProve(customer, contact, registration.getOptions())
  if (!value || !proven) {
    throw new PluginError("contact_missing")
  }
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  if (destination_hash && otp.hashDestination(proven) !== destination_hash) {
    throw new PluginError("otp_invalid")
  }
  return { customer_id, contact, value, customer }
}
