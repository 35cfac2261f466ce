import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerRegistrationEvents } from "../events"
import { setVerifiedStep } from "./steps/set-verified"
import type { VerifyContactInput } from "./verify-contact-input"

export const verifyEmailWorkflowId = "verify-email"

/**
 * Sets `email_verified` on a customer and emits `customer.email_verified`. Used by `POST /store/customers/otp/verify`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError as `setVerifiedStep`
 * @example await verifyEmailWorkflow(container).run({ input: { customer_id: "cus_1" } })
 */
export const verifyEmailWorkflow = createWorkflow(
  verifyEmailWorkflowId,
  (input: VerifyContactInput) => {
    const proven = transform({ input }, ({ input }) => ({
      ...input,
      contact: "email" as const,
    }))
    const customer = setVerifiedStep(proven)
    emitEventStep({
      eventName: CustomerRegistrationEvents.EMAIL_VERIFIED,
      data: customer,
    })
    return new WorkflowResponse(customer)
  }
)
