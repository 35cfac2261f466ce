import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { otpTicket } from "./otp-ticket"
import { sendCodeStep, type SendCodeInput } from "./steps/send-code"

export const sendOtpWorkflowId = "send-otp"

/**
 * Sends a customer the code that verifies their e-mail or phone. Used by `POST /store/customers/otp/send`.
 *
 * @returns `{ token, expires_at }`
 * @throws PluginError as `sendCodeStep`
 * @example const { result } = await sendOtpWorkflow(container).run({ input: { customer_id, type: "phone_verification" } })
 */
export const sendOtpWorkflow = createWorkflow(
  sendOtpWorkflowId,
  (input: SendCodeInput) => {
    const challenge = sendCodeStep(input)
    const ticket = transform(
      { input, challenge },
      ({ input, challenge }, { container }) =>
        otpTicket(container, input.customer_id, challenge)
    )
    return new WorkflowResponse(ticket)
  }
)
