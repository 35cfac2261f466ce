import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { sendCodeStep, type SendCodeInput } from "./steps/send-code"

export const sendOtpWorkflowId = "send-otp"

/**
 * Sends a customer the code that verifies their e-mail or phone. Used by `POST /store/customers/otp/send`.
 *
 * @returns the sent code's id, purpose and expiry; `otpTicket` makes the client's token of it
 * @throws PluginError as `sendCodeStep`
 * @example
 * const { result } = await sendOtpWorkflow(container).run({ input: { customer_id, type: "phone_verification" } })
 * const { token, expires_at } = otpTicket(container, result)
 */
export const sendOtpWorkflow = createWorkflow(
  sendOtpWorkflowId,
  (input: SendCodeInput) => new WorkflowResponse(sendCodeStep(input))
)
