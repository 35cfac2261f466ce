import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { tellCustomer } from "../../account-deletion/tell-customer"
import type { EraseCustomerInput } from "../erase-customer-input"

/** Longer than any erasure is tried without somebody looking after it. */
const MONTH_SECONDS = 30 * 86_400

export const sayFarewellStepId = "say-farewell"

/**
 * Tells a person that their account is gone, while it is still known where. At most once for each request, however
 * often the erasure is tried: Medusa's own idempotency key sends again and again after a provider that failed once.
 * No compensation: a message cannot be taken back.
 */
export const sayFarewellStep = createStep(
  sayFarewellStepId,
  async ({ customer_id, request_id }: EraseCustomerInput, { container }) => {
    const otp = container.resolve(OTP_VERIFICATION_MODULE)
    if (
      request_id &&
      (await otp.consumeOneTimeKey("farewell", request_id, MONTH_SECONDS))
    ) {
      await tellCustomer(container, { customer_id, news: "completed" })
    }
    return new StepResponse()
  }
)
