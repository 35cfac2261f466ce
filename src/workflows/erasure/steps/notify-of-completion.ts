import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { notifyOfDeletion } from "../../shared/notify-of-deletion"
import type { EraseCustomerInput } from "../person"

/** Longer than an erasure is retried before an admin looks into it. */
const MONTH_SECONDS = 30 * 86_400

export const notifyOfCompletionStepId = "say-farewell"

/**
 * Sends the completion notice while the contact is still on file. At most once for each request, however often the
 * erasure is tried: Medusa's idempotency key would send again after a provider that failed once.
 */
export const notifyOfCompletionStep = createStep(
  notifyOfCompletionStepId,
  async ({ customer_id, request_id }: EraseCustomerInput, { container }) => {
    const otp = container.resolve(OTP_VERIFICATION_MODULE)
    if (
      request_id &&
      (await otp.consumeOneTimeKey("farewell", request_id, MONTH_SECONDS))
    ) {
      await notifyOfDeletion(container, { customer_id, event: "completed" })
    }
    return new StepResponse()
  }
)
