import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"
import { inTransaction, type SqlContext } from "../../../sql"
import { findProven } from "../../shared/set-verified"
import { reveal, secret, type Secret } from "../secret"
import {
  newHashes,
  passwordLogins,
  replacePasswords,
  restorePasswords,
  type NewHash,
} from "./swap-password"

export type SetPasswordInput = {
  auth_identity_id?: string
  customer_id?: string
  /** The contact that was just proven. */
  contact: Contact
  /** Keyed hash of that contact; without it, the customer's current contact counts as proven. */
  destination_hash?: string
  new_password: Secret
}

export const setPasswordStepId = "set-password"

/**
 * Sets one password for every `emailpass` and `phonepass` login of an auth identity, or for none, and voids the customer's
 * sessions, if the customer still has the contact that was proven. Each provider makes its own hash. The compensation restores
 * the old hashes, unless somebody has set another password since; they are in a secret, not in the workflow's state.
 *
 * @throws PluginError `password_not_set` for an identity without such a login, `otp_invalid` when the contact has changed
 * since, `password_invalid`, `password_too_short`, `password_common`
 */
export const setPasswordStep = createStep(
  setPasswordStepId,
  async (input: SetPasswordInput, { container }) => {
    const { auth_identity_id = "", customer_id, new_password } = input
    const logins = await passwordLogins(container, auth_identity_id)
    const made = await newHashes(container, logins, new_password)
    const swaps = made.map(({ id, next }) => ({ id, hash: null, next }))
    await inTransaction(container, async (context) => {
      await assertStillTheirs(container, input, context)
      // Refused where another reset has just replaced a login.
      const refusal = "password_not_set"
      const sessions = { customer_id }
      await replacePasswords(container, swaps, sessions, refusal, context)
    })
    return new StepResponse({}, secret(made))
  },
  async (made: Secret<NewHash[]> | undefined, { container }) => {
    if (made) {
      await restorePasswords(container, reveal(made))
    }
  }
)

// A contact that its owner has taken back, as from a thief, proves nothing any more.
async function assertStillTheirs(
  container: MedusaContainer,
  { customer_id, contact, destination_hash }: SetPasswordInput,
  context: SqlContext
): Promise<void> {
  if (customer_id) {
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    await registration.hold(customer_id, context)
    const proof = { customer_id, contact, destination_hash }
    await findProven(proof, container, context)
  }
}
