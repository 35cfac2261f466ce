import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"

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
