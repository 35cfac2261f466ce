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
import { inTransaction, type Executor, type SqlContext } from "../../../sql"
import {
  revokeSessions,
  type Revocation,
  type RevokeSessionsInput,
} from "../../shared/revoke-sessions"
import { findProven } from "../../shared/set-verified"
import { reveal, secret, type Secret } from "../secret"

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
      await swapPasswords(container, swaps, { customer_id }, refusal, context)
    })
    return new StepResponse({}, secret(made))
  },
  async (made: Secret<NewHash[]> | undefined, { container }) => {
    if (made) {
      const back = reveal(made).map(({ id, hash = null, next }) => ({
        id,
        hash: next,
        next: hash,
      }))
      await container.resolve(CUSTOMER_REGISTRATION_MODULE).swapPasswords(back)
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

/**
 * Replaces password hashes and voids the sessions of their customer, in one transaction: whoever logs in with the old password
 * between the two would keep a valid session.
 *
 * @param refusal the code of the error if a hash is not stored any more
 * @param executor of a transaction that it belongs to
 * @throws PluginError `refusal`, and as `revokeSessions`, which comes first; then nothing is done
 * @example const { valid_from } = await swapPasswords(container, [{ id: "provid_1", hash: old, next }], { customer_id: "cus_1" }, "password_wrong")
 */
export async function swapPasswords(
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
 * Hashes a new password as the providers of these contacts do, each its own way.
 *
 * @throws PluginError `password_invalid`, `password_too_short`, `password_common`
 * @example const { phone } = await hashNewPassword(container, ["phone"], new_password)
 */
export async function hashNewPassword(
  container: MedusaContainer,
  contacts: Contact[],
  new_password: Secret
): Promise<Partial<Record<Contact, string>>> {
  const password = reveal(new_password)
  assertNewPassword(container, password)
  const { hashes, fault } = await hashPassword(container, contacts, password)
  if (fault !== undefined) {
    throw new PluginError("password_invalid", { message: fault })
  }
  return hashes
}

/** A new hash for a login, and the one that it has. */
type NewHash = { id: string; hash?: string; next: string }

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
  return logins.flatMap((login) => {
    const next = hashes[login.contact]
    return next ? [{ id: login.id, hash: hashOf(login), next }] : []
  })
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
