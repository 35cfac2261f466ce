import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertNewPassword } from "../../../auth"
import { PluginError } from "../../../errors"
import { hashPassword } from "../../../medusa/hash-password"
import { retrieveIdentity } from "../../../medusa/identities"
import { PROVIDERS } from "../../../medusa/logins"
import { hashOf, type PasswordSwap } from "../../../medusa/passwords"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import type { Contact } from "../../../options"
import { inTransaction, type Executor } from "../../../sql"
import {
  revokeSessions,
  type Revocation,
  type RevokeSessionsInput,
} from "../../shared/revoke-sessions"
import { reveal, secret, type Secret } from "../secret"

export type SwapPasswordInput = RevokeSessionsInput & {
  /** The logins whose password was checked. */
  checked: Secret<PasswordLogin[]>
  new_password: Secret
}

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
    const revocation = await replacePasswords(
      container,
      swaps,
      sessions,
      "password_wrong"
    )
    return new StepResponse(revocation, secret(swaps))
  },
  async (swapped: Secret<NewHash[]> | undefined, { container }) => {
    if (swapped) {
      await restorePasswords(container, reveal(swapped))
    }
  }
)

/**
 * Replaces password hashes and voids the sessions of their customer, in one transaction: whoever logs in with the old password
 * between the two would keep a valid session.
 *
 * @param refusal the code of the error if a hash is not stored any more
 * @param executor of a transaction that it belongs to
 * @throws PluginError `refusal`, and as `revokeSessions`, which comes first; then nothing is done
 * @example const { valid_from } = await replacePasswords(container, [{ id: "provid_1", hash: old, next }], { customer_id: "cus_1" }, "password_wrong")
 */
export async function replacePasswords(
  container: MedusaContainer,
  swaps: PasswordSwap[],
  sessions: RevokeSessionsInput,
  refusal: "password_not_set" | "password_wrong",
  executor: Executor = container
): Promise<Revocation> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  return await inTransaction(executor, async (context) => {
    const isSwapped = await registration.swapPasswords(swaps, context)
    const revocation = await revokeSessions(container, sessions, context)
    if (!isSwapped) {
      throw new PluginError(refusal)
    }
    return revocation
  })
}

/**
 * Undoes `replacePasswords`, unless somebody has set another password since. The sessions stay void.
 *
 * @example await restorePasswords(container, [{ id: "provid_1", hash: old, next }])
 */
export async function restorePasswords(
  container: MedusaContainer,
  made: NewHash[]
): Promise<void> {
  const back = made.map(({ id, hash = null, next }) => ({
    id,
    hash: next,
    next: hash,
  }))
  await container.resolve(CUSTOMER_REGISTRATION_MODULE).swapPasswords(back)
}

/**
 * Hashes a new password as the providers of these contacts do, each its own way.
 *
 * @throws PluginError `password_invalid`, `password_too_short`, `password_common`
 * @example const { phone } = await hashNewPassword(container, ["phone"], new_password)
 */
export async function hashNewPassword<Asked extends Contact>(
  container: MedusaContainer,
  contacts: Asked[],
  new_password: Secret
): Promise<Record<Asked, string>> {
  const password = reveal(new_password)
  assertNewPassword(container, password)
  const { hashes, fault } = await hashPassword(container, contacts, password)
  if (fault !== undefined) {
    throw new PluginError("password_invalid", { message: fault })
  }
  return hashes
}

/** A new hash for a login, and the one that it has. */
export type NewHash = { id: string; hash?: string; next: string }

/**
 * Hashes one new password for each of some logins.
 *
 * @throws PluginError as `hashNewPassword`
 * @example const [{ id, next }] = await newHashes(container, logins, new_password)
 */
export async function newHashes(
  container: MedusaContainer,
  logins: PasswordLogin[],
  new_password: Secret
): Promise<NewHash[]> {
  const contacts = logins.map(({ contact }) => contact)
  const hashes = await hashNewPassword(container, contacts, new_password)
  return logins.map((login) => ({
    id: login.id,
    hash: hashOf(login),
    next: hashes[login.contact],
  }))
}

/** A provider identity of `emailpass` or `phonepass`, with the contact that it logs in with. */
export type PasswordLogin = ProviderIdentityDTO & { contact: Contact }

// phonepass first: it accepts fewer passwords, and what it says against one is what is answered.
const ORDER: Contact[] = ["phone", "email"]

/**
 * The logins of an auth identity that have a password.
 *
 * @throws PluginError `password_not_set`
 * @example const [{ contact, entity_id }] = await passwordLogins(container, "authid_1")
 */
export async function passwordLogins(
  container: MedusaContainer,
  authIdentityId: string
): Promise<PasswordLogin[]> {
  const { provider_identities } = await retrieveIdentity(
    container,
    authIdentityId
  )
  const logins = ORDER.flatMap((contact) =>
    provider_identities
      .filter(({ provider }) => provider === PROVIDERS[contact])
      .map((login) => ({ ...login, contact }))
  )
  if (!logins.length) {
    throw new PluginError("password_not_set")
  }
  return logins
}
