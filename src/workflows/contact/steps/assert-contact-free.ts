import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertContactFree } from "../assert-contact-free"
import type { UpdateContactInput } from "../update-contact-input"

export const assertContactFreeStepId = "assert-contact-free"

/**
 * Refuses a contact that another account has by now.
 *
 * @throws PluginError `contact_taken`
 */
export const assertContactFreeStep = createStep(
  assertContactFreeStepId,
  async (
    { customer_id, contact, value }: UpdateContactInput,
    { container }
  ) => {
    await assertContactFree(container, contact, value, customer_id)
    return new StepResponse()
  }
)
