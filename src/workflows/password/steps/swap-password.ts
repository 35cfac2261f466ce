import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertNewPassword } from "../../../auth"
import { PluginError } from "../../../errors"
import type { PasswordSwap } from "../../../medusa/passwords"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { reveal, secret, type Secret } from "../secret"
import { newHashes, type PasswordLogin } from "./set-password"

export type SwapPasswordInput = {
  /** The logins whose password was checked. */
  checked: Secret<PasswordLogin[]>
  new_password: Secret
}

type Swap = PasswordSwap & { hash: string }

export const swapPasswordStepId = "swap-password"

/**
 * Sets one password for every login whose password was checked, or for none: in one statement, and only if the checked
 * hashes are still stored. A recovery that came between wins. The compensation restores the old hashes, unless somebody
 * has set another password since; they are in a secret, not in the workflow's state.
 *
 * @throws PluginError `password_wrong` if a password was set since the check, `password_invalid`,
 * `password_too_short`, `password_common`
 */
export const swapPasswordStep = createStep(
  swapPasswordStepId,
  async ({ checked, new_password }: SwapPasswordInput, { container }) => {
    const password = reveal(new_password)
    assertNewPassword(container, password)
    const made = await newHashes(container, reveal(checked), password)
    const swaps = made.flatMap(({ id, hash, next }) =>
      hash ? [{ id, hash, next }] : []
    )
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    if (!(await registration.swapPasswords(swaps))) {
      throw new PluginError("password_wrong")
    }
    return new StepResponse({}, secret(swaps))
  },
  async (swapped: Secret<Swap[]> | undefined, { container }) => {
    if (swapped) {
      const back = reveal(swapped).map(({ id, hash, next }) => ({
        id,
        hash: next,
        next: hash,
      }))
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).swapPasswords(back)
    }
  }
)
