import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerRegistrationEvents } from "../events"
import type { Secret } from "./secret"
import { checkPasswordStep } from "./steps/check-password"
import { setPasswordStep } from "./steps/set-password"
import { voidCodesStep } from "./steps/void-codes"

export type ChangePasswordInput = {
  customer_id: string
  auth_identity_id: string
  old_password: Secret
  new_password: Secret
}

export const changePasswordWorkflowId = "change-password"

/**
 * Changes the password of a customer who knows it, for every login of theirs. Used by
 * `POST /store/customers/me/password`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError `password_wrong`, `password_not_set`, `password_invalid`
 * @example
 * const passwords = { old_password: secret("old"), new_password: secret("new") }
 * await changePasswordWorkflow(container).run({ input: { customer_id, auth_identity_id, ...passwords } })
 */
export const changePasswordWorkflow = createWorkflow(
  changePasswordWorkflowId,
  (input: ChangePasswordInput) => {
    checkPasswordStep(input)
    setPasswordStep(input)
    voidCodesStep(input)
    const customer = { id: input.customer_id }
    emitEventStep({
      eventName: CustomerRegistrationEvents.PASSWORD_CHANGED,
      data: customer,
    })
    return new WorkflowResponse(customer)
  }
)
