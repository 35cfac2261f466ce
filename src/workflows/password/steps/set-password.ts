import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { reveal, secret, type Secret } from "../secret"
import { setPassword, type UndoPassword } from "../set-password"

export type SetPasswordInput = {
  auth_identity_id: string
  new_password: Secret
}

export const setPasswordStepId = "set-password"

/**
 * Sets one password for all of an identity's logins. Undone, the old one works again.
 *
 * @throws PluginError `password_not_set`, `password_invalid`
 */
export const setPasswordStep = createStep(
  setPasswordStepId,
  async (
    { auth_identity_id, new_password }: SetPasswordInput,
    { container }
  ) => {
    const password = reveal(new_password)
    const undo = await setPassword(container, auth_identity_id, password)
    return new StepResponse({}, secret(undo))
  },
  async (undo: Secret<UndoPassword> | undefined) => {
    if (undo) {
      await reveal(undo)()
    }
  }
)
