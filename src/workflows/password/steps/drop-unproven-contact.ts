import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
} from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { otherContact } from "../../../contact"
import { accepts, verificationOf, type Contact } from "../../../options"

export type DropUnprovenContactInput = { customer_id: string; contact: Contact }

export const dropUnprovenContactStepId = "drop-unproven-contact"

/**
 * Removes the other contact of an account that had proven none, if the store logs in by it or sends codes to it: whoever
 * registered may have entered one of their own, to get back in, be it by a recovery. Codes that went there are void. The compensation restores the contact.
 */
export const dropUnprovenContactStep = createStep(
  dropUnprovenContactStepId,
  async (input: DropUnprovenContactInput, { container }) => {
    const other = await findOther(input, container)
    if (other) {
      await container
        .resolve(OTP_VERIFICATION_MODULE)
        .voidCodes(input.customer_id, [`${other.contact}_verification`])
      await setContact(container, { ...other, value: null })
    }
    return new StepResponse({}, other)
  },
  async (other, { container }) => {
    if (other) {
      await setContact(container, other)
    }
  }
)

async function findOther(
  { customer_id, contact }: DropUnprovenContactInput,
  container: MedusaContainer
): Promise<ContactOf | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const customer = await registration.retrieveContacts(customer_id)
  const other = otherContact(contact)
  const value = customer?.[other]
  const opens =
    accepts(options.login.identifier, other) || verificationOf(options, other)
  return value && opens ? { customer_id, contact: other, value } : undefined
}

async function setContact(
  container: MedusaContainer,
  {
    customer_id,
    contact,
    value,
  }: Omit<ContactOf, "value"> & { value: string | null }
): Promise<void> {
  await container
    .resolve(Modules.CUSTOMER)
    .updateCustomers(customer_id, { [contact]: value })
}
