import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import {
  sendVerificationCode,
  type SendVerificationCodeInput,
} from "../../../codes/send-verification-code"

export const sendVerificationCodeStepId = "send-verification-code"

/**
 * Issues a code and delivers it, in one step, so that the code never becomes part of the workflow's state.
 * Undone, the code is void; the limits it took stay taken, for the message went out.
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
    async (challenge, { container }) => {
      if (challenge) {
        await container.resolve(OTP_VERIFICATION_MODULE).voidCode(challenge)
      }
    }
  )
}
