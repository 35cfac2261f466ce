import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SendVerificationCodeInput } from "../../codes/send-verification-code"
import { sendVerificationCodeStep } from "./steps/send-verification-code"

export const sendOtpWorkflowId = "send-otp"

/**
 * Sends a customer the code that verifies their e-mail or phone. For other workflows to run; what is not one calls
 * `sendVerificationCode`.
 *
 * @returns the sent code's id, type and expiry; `otpTicket` makes the client's token of it
 * @throws PluginError as `sendVerificationCodeStep`
 * @example
 * const { result } = await sendOtpWorkflow(container).run({ input: { customer_id, type: "phone_verification" } })
 * const { token, expires_at } = otpTicket(container, result, { purpose: result.type, customer_id })
 */
export const sendOtpWorkflow = createWorkflow(
  sendOtpWorkflowId,
  (input: SendVerificationCodeInput) =>
    new WorkflowResponse(sendVerificationCodeStep(input))
)
