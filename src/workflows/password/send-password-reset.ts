import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  sendPasswordResetStep,
  type SendPasswordResetInput,
} from "./steps/send-password-reset"

export const sendPasswordResetWorkflowId = "send-password-reset"

/**
 * Sends a customer the mail with the link to set a new password. Used on `auth.password_reset`.
 *
 * @example await sendPasswordResetWorkflow(container).run({ input: { email: "jane@example.com", token: secret(token) } })
 */
export const sendPasswordResetWorkflow = createWorkflow(
  sendPasswordResetWorkflowId,
  (input: SendPasswordResetInput) =>
    new WorkflowResponse(sendPasswordResetStep(input))
)
