import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerRegistrationEvents } from "../events"
import { setVerifiedStep } from "./steps/set-verified"
import type { VerifyContactInput } from "./verify-contact-input"

export const verifyPhoneWorkflowId = "verify-phone"

/**
 * Sets `phone_verified` on a customer and emits `customer.phone_verified`. Used by `POST /store/customers/otp/verify`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError as `setVerifiedStep`
 * @example await verifyPhoneWorkflow(container).run({ input: { customer_id: "cus_1" } })
 */
export const verifyPhoneWorkflow = createWorkflow(
  verifyPhoneWorkflowId,
  (input: VerifyContactInput) => {
    const proven = transform({ input }, ({ input }) => ({
      ...input,
      contact: "phone" as const,
    }))
    const customer = setVerifiedStep(proven)
    emitEventStep({
      eventName: CustomerRegistrationEvents.PHONE_VERIFIED,
      data: customer,
    })
    return new WorkflowResponse(customer)
  }
)
