import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { checkPassword } from "../../../medusa/passwords"
import { reveal, type Secret } from "../secret"
import { passwordLogins } from "../set-password"

export type CheckPasswordInput = {
  auth_identity_id: string
  old_password: Secret
}

export const checkPasswordStepId = "check-password"

/**
 * Checks a customer's password with the provider that keeps it.
 *
 * @throws PluginError `password_wrong`, `password_not_set`
 */
export const checkPasswordStep = createStep(
  checkPasswordStepId,
  async (
    { auth_identity_id, old_password }: CheckPasswordInput,
    { container }
  ) => {
    const [{ contact, entity_id }] = await passwordLogins(
      container,
      auth_identity_id
    )
    const password = reveal(old_password)
    if (!(await checkPassword(container, contact, entity_id, password))) {
      throw new PluginError("password_wrong")
    }
    return new StepResponse()
  }
)
