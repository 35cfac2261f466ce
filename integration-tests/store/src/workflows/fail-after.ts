import {
  createStep,
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  cancelAccountDeletionWorkflow,
  changePasswordWorkflow,
  confirmAccountDeletionWorkflow,
  registerCustomerWorkflow,
  requestAccountDeletionWorkflow,
  resetPasswordWorkflow,
  sendContactChangeOtpWorkflow,
  sendOtpWorkflow,
  undoContactChangeWorkflow,
  updateContactWorkflow,
  verifyEmailWorkflow,
  verifyPhoneWorkflow,
} from "customer-registration/workflows"

const failStep = createStep("fail", () => {
  throw new Error("the step after it failed")
})

type Workflow = typeof sendOtpWorkflow

/** A workflow of the plugin as part of a bigger one, of which the next step fails. */
function failingAfter(name: string, workflow: Workflow) {
  return createWorkflow(`fail-after-${name}`, (input: never) => {
    const result = workflow.runAsStep({ input })
    failStep()
    return new WorkflowResponse(result)
  })
}

const WORKFLOWS = {
  "cancel-account-deletion": cancelAccountDeletionWorkflow,
  "confirm-account-deletion": confirmAccountDeletionWorkflow,
  "request-account-deletion": requestAccountDeletionWorkflow,
  "change-password": changePasswordWorkflow,
  "register-customer": registerCustomerWorkflow,
  "reset-password": resetPasswordWorkflow,
  "send-contact-change-otp": sendContactChangeOtpWorkflow,
  "send-otp": sendOtpWorkflow,
  "undo-contact-change": undoContactChangeWorkflow,
  "update-contact": updateContactWorkflow,
  "verify-email": verifyEmailWorkflow,
  "verify-phone": verifyPhoneWorkflow,
}

export const FAILING = Object.fromEntries(
  Object.entries(WORKFLOWS).map(([name, workflow]) => [
    name,
    failingAfter(name, workflow as unknown as Workflow),
  ])
)
