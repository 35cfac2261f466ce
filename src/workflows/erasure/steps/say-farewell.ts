import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { tellCustomer } from "../../account-deletion/tell-customer"
import type { EraseCustomerInput } from "../erase-customer-input"

export const sayFarewellStepId = "say-farewell"

/**
 * Tells a person that their account is gone, while it is still known where. Once for each request, however often the
 * erasure is tried. No compensation: a message cannot be taken back.
 */
export const sayFarewellStep = createStep(
  sayFarewellStepId,
  async ({ customer_id, request_id }: EraseCustomerInput, { container }) => {
    if (request_id) {
      await tellCustomer(container, {
        id: request_id,
        customer_id,
        news: "completed",
      })
    }
    return new StepResponse()
  }
)
