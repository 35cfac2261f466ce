import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  sendContactChangeCodeStep,
  type ContactChangeInput,
} from "./steps/send-contact-change-code"

export const sendContactChangeOtpWorkflowId = "send-contact-change-otp"

/**
 * Sends a code to the contact that a customer wants to change to. Nothing is written to the customer: the new value
 * travels in the token. Used by `POST /store/customers/me/contact`.
 *
 * @returns the sent code's id and expiry; `otpTicket` makes the client's token of it
 * @throws PluginError as `sendContactChangeCodeStep`
 * @example
 * const change = { customer_id, contact: "phone", value: "+15559998888" }
 * const { result } = await sendContactChangeOtpWorkflow(container).run({ input: change })
 */
export const sendContactChangeOtpWorkflow = createWorkflow(
  sendContactChangeOtpWorkflowId,
  (input: ContactChangeInput) =>
    new WorkflowResponse(sendContactChangeCodeStep(input))
)
