import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export const reserveContactsStepId = "reserve-contacts"

/**
 * Keeps everybody else from registering these contacts while this registration runs. Undone, they are free again.
 *
 * @throws PluginError `contact_taken` when somebody else is registering one of them
 */
export const reserveContactsStep = createStep(
  reserveContactsStepId,
  async (values: string[], { container }) => {
    const holder = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .reserve(values)
    if (!holder) {
      throw new PluginError("contact_taken")
    }
    const reservation = { holder }
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
