import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_PURPOSES } from "../../../codes"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { findPerson } from "../person"

export const eraseCodesStepId = "erase-codes"

/** Deletes every code and limit of a person. No compensation: an erasure goes on until it is done. */
export const eraseCodesStep = createStep(
  eraseCodesStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const { customer_ids, proven } = await findPerson(container, customer_id)
    await container
      .resolve(OTP_VERIFICATION_MODULE)
      .forget(customer_ids, proven, OTP_PURPOSES)
    return new StepResponse()
  }
)
