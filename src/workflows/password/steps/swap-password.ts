import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PasswordSwap } from "../../../medusa/passwords"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { RevokeSessionsInput } from "../../shared/revoke-sessions"
import { reveal, secret, type Secret } from "../secret"
import { newHashes, swapPasswords, type PasswordLogin } from "./set-password"

export type SwapPasswordInput = RevokeSessionsInput & {
  /** The logins whose password was checked. */
  checked: Secret<PasswordLogin[]>
  new_password: Secret
}

type Swap = PasswordSwap & { hash: string }

export const swapPasswordStepId = "swap-password"

/**
 * Sets one password for every login whose password was checked, or for none, and voids the customer's sessions: only if the
 * checked hashes are still stored. A recovery that came between wins. The compensation restores the old hashes, unless
 * somebody has set another password since; they are in a secret, not in the workflow's state.
 *
 * @throws PluginError `password_wrong` if a password was set since the check, `session_revoked` if the login that asks
 * for it was revoked meanwhile, `password_invalid`, `password_too_short`, `password_common`
 */
export const swapPasswordStep = createStep(
  swapPasswordStepId,
  async (
    { checked, new_password, ...sessions }: SwapPasswordInput,
    { container }
  ) => {
    const made = await newHashes(container, reveal(checked), new_password)
    const swaps = made.flatMap(({ id, hash, next }) =>
      hash ? [{ id, hash, next }] : []
    )
    const revocation = await swapPasswords(
      container,
      swaps,
      sessions,
      "password_wrong"
    )
    return new StepResponse(revocation, secret(swaps))
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
