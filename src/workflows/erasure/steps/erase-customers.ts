import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { findPerson } from "../person"

export const eraseCustomersStepId = "erase-customers"

/**
 * Empties and soft-deletes a person's customer rows and addresses: the last step that knows a contact. No
 * compensation: an erasure goes on until it is done.
 *
 * @returns the ids of the rows
 */
export const eraseCustomersStep = createStep(
  eraseCustomersStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    await container.resolve(CUSTOMER_REGISTRATION_MODULE).erase(customer_ids)
    return new StepResponse({ ids: customer_ids })
  }
)
