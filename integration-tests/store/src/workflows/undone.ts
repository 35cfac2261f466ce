import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  registerCustomerWorkflow,
  sendOtpWorkflow,
  verifyEmailWorkflow,
  verifyPhoneWorkflow,
} from "customer-registration/workflows"

const failStep = createStep("fail", async (): Promise<never> => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed")
})

type Composable<Input extends object> = {
  runAsStep(args: { input: WorkflowData<Input> }): unknown
}

/** A store's own workflow, of which a workflow of the plugin is one step and the next step fails. */
function undone<Input extends object>(
  name: string,
  workflow: Composable<Input>
) {
  return createWorkflow(`undone-${name}`, (input: WorkflowData<Input>) => {
    workflow.runAsStep({ input })
    return new WorkflowResponse(failStep())
  })
}

export const UNDONE = {
  "register-customer": undone("register-customer", registerCustomerWorkflow),
  "send-otp": undone("send-otp", sendOtpWorkflow),
  "verify-email": undone("verify-email", verifyEmailWorkflow),
  "verify-phone": undone("verify-phone", verifyPhoneWorkflow),
}
