import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  sendVerificationCode,
  undoSend,
  type SendVerificationCodeInput,
} from "../../codes"

export const sendVerificationCodeStepId = "send-verification-code"

/**
 * Issues a code and delivers it, in one step, so that the code never becomes part of the workflow's state.
 *
 * @throws PluginError as `sendVerificationCode`
 */
export const sendVerificationCodeStep = sendStep(sendVerificationCodeStepId)

/**
 * The same step under names of their own, for a workflow that has both. `config` would name them too, but a step that
 * it renames inside `when` is never undone: Medusa keeps what the step did under the one name and looks for it under
 * the other.
 */
export const sendEmailCodeStep = sendStep("send-email-code")
/** As `sendEmailCodeStep`. */
export const sendPhoneCodeStep = sendStep("send-phone-code")

function sendStep(id: string) {
  return createStep(
    id,
    async (input: SendVerificationCodeInput, { container }) => {
      const challenge = await sendVerificationCode(container, input)
      const { customer_id, type } = input
      return new StepResponse({ ...challenge, customer_id, type }, challenge)
    },
    undoSend
  )
}

export const sendOtpWorkflowId = "send-otp"

/**
 * Sends a customer the code that verifies their e-mail or phone. For other workflows to run; what is not one calls
 * `sendVerificationCode`.
 *
 * @returns the sent code's id, type and expiry; `signOtpToken` makes the client's token of it
 * @throws PluginError as `sendVerificationCodeStep`
 * @example
 * const { result } = await sendOtpWorkflow(container).run({ input: { customer_id, type: "phone_verification" } })
 * const { token, expires_at } = signOtpToken(container, result, { purpose: result.type, customer_id })
 */
export const sendOtpWorkflow = createWorkflow(
  sendOtpWorkflowId,
  (input: SendVerificationCodeInput) =>
    new WorkflowResponse(sendVerificationCodeStep(input))
)
