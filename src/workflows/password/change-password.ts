import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PluginError } from "../../errors"
import { checkPassword } from "../../medusa/passwords"
import { CustomerRegistrationEvents } from "../events"
import { reveal, secret, type Secret } from "./secret"
import { passwordLogins } from "./steps/set-password"
import { swapPasswordStep } from "./steps/swap-password"
import { voidPendingChangesStep } from "./steps/void-pending-changes"

export type ChangePasswordInput = {
  customer_id: string
  auth_identity_id: string
  old_password: Secret
  new_password: Secret
}

export const checkPasswordStepId = "check-password"

/**
 * Checks a customer's password with the provider that keeps it.
 *
 * @returns the logins as they were before the check, in a secret: they hold the hashes
 *
 * @throws PluginError `password_wrong`, `password_not_set`
 */
export const checkPasswordStep = createStep(
  checkPasswordStepId,
  async (
    {
      auth_identity_id,
      old_password,
    }: Pick<ChangePasswordInput, "auth_identity_id" | "old_password">,
    { container }
  ) => {
    const logins = await passwordLogins(container, auth_identity_id)
    const [{ contact, entity_id }] = logins
    const password = reveal(old_password)
    if (!(await checkPassword(container, contact, entity_id, password))) {
      throw new PluginError("password_wrong")
    }
    return new StepResponse(secret(logins))
  }
)

export const changePasswordWorkflowId = "change-password"

/**
 * Changes the password of a customer who knows it, for every login of theirs, unless it was changed or recovered since
 * it was checked. Used by `POST /store/customers/me/password`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError `password_wrong`, `password_not_set`, `password_invalid`, `password_too_short`,
 * `password_common`
 * @example
 * const passwords = { old_password: secret("old"), new_password: secret("new") }
 * await changePasswordWorkflow(container).run({ input: { customer_id, auth_identity_id, ...passwords } })
 */
export const changePasswordWorkflow = createWorkflow(
  changePasswordWorkflowId,
  (input: ChangePasswordInput) => {
    const checked = checkPasswordStep(input)
    swapPasswordStep({ checked, new_password: input.new_password })
    voidPendingChangesStep(input)
    const customer = { id: input.customer_id }
    emitEventStep({
      eventName: CustomerRegistrationEvents.PASSWORD_CHANGED,
      data: customer,
    })
    return new WorkflowResponse(customer)
  }
)
