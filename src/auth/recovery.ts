import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AnonymousContact,
  type AnonymousRequest,
  consumeGuess,
  contactToProve,
  guessAnonymousCode,
  requestAnonymousCode,
  type TypedCode,
} from "../codes"
import { lookupForm } from "../contact"
import { PluginError } from "../errors"
import { ownerOf } from "../medusa/identities"
import { findProviderIdentity } from "../medusa/logins"
import { hashOf } from "../medusa/passwords"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type RightCode,
} from "../modules/otp-verification"
import type { Contact } from "../options"
import {
  findRecoverable,
  type Recoverable,
  recoverAccount,
} from "./recoverable-login"

/**
 * Issues a code to set a new password; `requestAnonymousCode` says what the answer tells.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { answer, deliver } = await requestRecovery(container, { contact: "phone", value: "+12133734253" })
 */
export function requestRecovery(
  container: MedusaContainer,
  requested: AnonymousContact
): Promise<AnonymousRequest> {
  return requestAnonymousCode(container, "password_recovery", requested, () =>
    findRecoverable(container, requested.contact, requested.value)
  )
}

/**
 * Consumes the code of a password recovery.
 *
 * @returns the login whose password may be set
 * @throws PluginError as `guessRecovery` and `consumeGuess`
 * @example const recovery = await proveRecovery(container, { token, code: "482917" })
 */
export async function proveRecovery(
  container: MedusaContainer,
  typed: TypedCode
): Promise<Recoverable & { contact: Contact }> {
  const { code, ...recovery } = await guessRecovery(container, typed)
  await consumeGuess(container, code)
  return recovery
}

/**
 * Counts one guess at the code of a password recovery.
 *
 * @returns the login whose password may be set once `code` is consumed
 * @throws PluginError as `guessAnonymousCode`
 * @example const recovery = await guessRecovery(container, { token, code: "482917" })
 */
export async function guessRecovery(
  container: MedusaContainer,
  typed: TypedCode
): Promise<Recoverable & { contact: Contact; code: RightCode }> {
  const { contact, value, code } = await guessAnonymousCode(
    container,
    "password_recovery",
    typed
  )
  const recoverable = await findRecoverable(container, contact, value)
  if (!recoverable) {
    await consumeGuess(container, code)
    throw new PluginError("otp_invalid")
  }
  return { ...recoverable, contact, code }
}

/** A login that Medusa's own reset may recover, where the mail for it goes, and the password hash that it has now. */
export type Resettable = { recovery: Recoverable; email: string; hash?: string }

/**
 * Finds the login that Medusa's own reset may recover, by what it is stored by. The mail goes to the e-mail that its
 * owner has now, in the spelling of the login if it is the same.
 *
 * @example await findResettable(container, "jane@example.com")
 */
export async function findResettable(
  container: MedusaContainer,
  entityId: string
): Promise<Resettable | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const login = await findProviderIdentity(container, "email", entityId)
  const owner = ownerOf(login?.auth_identity)
  const account = owner && (await registration.retrieveContacts(owner))
  const present = account
    ? contactToProve(account, "email", registration.getOptions())
    : entityId
  if (!present) {
    return undefined
  }
  const same = lookupForm("email", entityId) === lookupForm("email", present)
  const email = same ? entityId : present
  const recovery = account
    ? await recoverAccount(container, "email", account, email)
    : await findRecoverable(container, "email", email)
  return recovery && { recovery, email, hash: login && hashOf(login) }
}

/**
 * Notes where the link with a reset token goes, and the password that it may replace: Medusa's token names the login alone.
 * Whoever loses the e-mail before they use the link must not prove the next one with it, and a link that lies in a mailbox
 * must not undo a newer password.
 *
 * @example await noteResetMail(container, token, found)
 */
export async function noteResetMail(
  container: MedusaContainer,
  token: string,
  found: Resettable
): Promise<void> {
  // In this order: an event that is delivered again after an interruption finds nothing half noted.
  await firstUse(container, "reset-mail", token, stateOf(found))
  await firstUse(container, "reset-mail", token)
}

/**
 * Whether e-mail and password of a login are those that it had when the link with a reset token went out. A token of which
 * nothing was noted is good for the e-mail that it names.
 *
 * @param entityId what the token names
 * @example await isUnchanged(container, token, "jane@example.com", found)
 */
export async function isUnchanged(
  container: MedusaContainer,
  token: string,
  entityId: string,
  found: Resettable
): Promise<boolean> {
  const noted = !(await firstUse(container, "reset-mail", token))
  return noted
    ? !(await firstUse(container, "reset-mail", token, stateOf(found)))
    : entityId === found.email
}

function stateOf({ email, hash = "" }: Resettable): string {
  return `${email} ${hash}`
}

const DAY_IN_SECONDS = 86_400

/**
 * Whether a reset token is used for the first time. Before 2.16 Medusa's tokens work until they expire; since then it
 * looks a token up and deletes it in two statements, so that of simultaneous uses several come through. The plugin
 * remembers each token in one statement.
 *
 * @param token that Medusa has checked
 * @example await isFirstUse(req.scope, bearerToken(req))
 */
export async function isFirstUse(
  container: MedusaContainer,
  token: string
): Promise<boolean> {
  return await firstUse(container, "reset-token", token)
}

async function firstUse(
  container: MedusaContainer,
  kind: string,
  token: string,
  state = ""
): Promise<boolean> {
  // Without the signature, of which there may be another spelling.
  const signed = token.slice(0, token.lastIndexOf("."))
  return await container
    .resolve(OTP_VERIFICATION_MODULE)
    .consumeOneTimeKey(
      kind,
      state ? `${signed} ${state}` : signed,
      DAY_IN_SECONDS
    )
}
