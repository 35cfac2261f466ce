import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { otherContact } from "../../contact"
import { PluginError } from "../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
} from "../../modules/customer-registration"
import type { Contact } from "../../options"

// A workflow that gives a customer a contact reserves it, then checks that it is free, and releases it once it is
// stored: in this order no two of them find the same contact free.

/** Contacts that nobody else can claim. */
export type Reservation = { holder: string }

export const reserveContactsStepId = "reserve-contacts"

/**
 * Keeps everybody else from claiming these contacts while this workflow runs. The compensation frees them. What is
 * reserved already stays so.
 *
 * @throws PluginError `contact_taken` when somebody else is claiming one of them
 */
export const reserveContactsStep = createStep(
  reserveContactsStepId,
  async (values: string[] | Reservation, { container }) => {
    if (!Array.isArray(values)) {
      return new StepResponse(values, values)
    }
    const holder = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .reserve(values)
    if (!holder) {
      throw new PluginError("contact_taken")
    }
    const reservation: Reservation = { holder }
    return new StepResponse(reservation, reservation)
  },
  async (reservation, { container }) => {
    if (reservation) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .release(reservation.holder)
    }
  }
)

export const releaseContactsStepId = "release-contacts"

/**
 * Ends a reservation. No compensation: by now the customer itself holds the contacts.
 */
export const releaseContactsStep = createStep(
  releaseContactsStepId,
  async ({ holder }: Reservation, { container }) => {
    await container.resolve(CUSTOMER_REGISTRATION_MODULE).release(holder)
    return new StepResponse()
  }
)

/**
 * Refuses a contact that another account has proven or logs in with. One that others have only named is free; so is one
 * that an account logs in with which has proven its other contact instead, for nobody could recover that by this one.
 *
 * @param customerId whose own contact it may be
 * @throws PluginError `contact_taken`
 * @example await assertContactFree(container, "phone", "+12133734253")
 */
export async function assertContactFree(
  container: MedusaContainer,
  contact: Contact,
  value: string | null | undefined,
  customerId?: string
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const account = value
    ? await registration.findAccount(contact, value)
    : undefined
  if (!account || account.id === customerId) {
    return
  }
  const { require_verification } = registration.getOptions().registration
  const isNote =
    require_verification && account[`${otherContact(contact)}_verified`]
  if (account[`${contact}_verified`] || (account.logs_in && !isNote)) {
    throw new PluginError("contact_taken", {
      message: `This ${contact} already belongs to an account. Log in instead.`,
    })
  }
}

export const assertContactFreeStepId = "assert-contact-free"

/**
 * Refuses a contact that another account has by now.
 *
 * @throws PluginError `contact_taken`
 */
export const assertContactFreeStep = createStep(
  assertContactFreeStepId,
  async ({ customer_id, contact, value }: ContactOf, { container }) => {
    await assertContactFree(container, contact, value, customer_id)
    return new StepResponse()
  }
)
