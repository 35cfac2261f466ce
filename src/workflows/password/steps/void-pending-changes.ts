import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"

export const voidPendingChangesStepId = "void-pending-changes"

/**
 * Voids the contact change that a customer has pending: whoever began it may have known the old password. No
 * compensation: a code that may have been stolen stays void, and the customer can request a new one.
 */
export const voidPendingChangesStep = createStep(
  voidPendingChangesStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    await container
      .resolve(OTP_VERIFICATION_MODULE)
      .voidCodes(customer_id, ["contact_change"])
    return new StepResponse()
  }
)
