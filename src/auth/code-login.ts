import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AnonymousContact,
  type AnonymousRequest,
  consumeGuess,
  guessAnonymousCode,
  requestAnonymousCode,
  type TypedCode,
} from "../codes"
import { parseNewContact } from "../contact"
import { PluginError } from "../errors"
import { isUnfinished } from "../medusa/identities"
import { findProviderIdentity } from "../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { RightCode } from "../modules/otp-verification"
import { accepts, type Contact, type PluginOptions } from "../options"
import { findRecoverable, type Recoverable } from "./recoverable-login"

/** A contact whose owner logs in with a code, and what that login is. */
export type CodeLogin = {
  contact: Contact
  /** In its normal form. */
  value: string
  /** The code that proves the contact; it is still to be consumed. */
  code: RightCode
  /** The login of the contact's account, or what is left of a registration; none where nobody has the contact. */
  found?: Recoverable
}

/**
 * Issues a code to log in with; `requestAnonymousCode` says what the answer tells. It goes to whoever could recover their
 * password with the contact and, where a first code registers, to whoever could register with it.
 *
 * @throws PluginError `login_method_not_allowed`, `provider_not_allowed`, `verification_not_configured`, `otp_throttled`
 * @example const { answer, deliver } = await requestCodeLogin(container, { contact: "phone", value: "+12133734253" })
 */
export async function requestCodeLogin(
  container: MedusaContainer,
  requested: AnonymousContact
): Promise<AnonymousRequest> {
  const { contact, value } = requested
  const options = assertCodesLogIn(container)
  if (!accepts(options.login.identifier, contact)) {
    throw new PluginError("provider_not_allowed")
  }
  return await requestAnonymousCode(container, "login", requested, async () => {
    const found = await findRecoverable(container, contact, value)
    if (found?.customer_id) {
      return found
    }
    const registers = await mayRegister(container, options, contact, value)
    return registers ? {} : undefined
  })
}

/**
 * Counts one guess at a code to log in with.
 *
 * @throws PluginError `login_method_not_allowed`, `otp_invalid` where the contact is nobody's and registers nobody, and as
 * `guessAnonymousCode`
 * @example const { found, code } = await guessCodeLogin(container, { token, code: "482917" })
 */
export async function guessCodeLogin(
  container: MedusaContainer,
  typed: TypedCode
): Promise<CodeLogin> {
  const options = assertCodesLogIn(container)
  const guessed = await guessAnonymousCode(container, "login", typed)
  const { contact, value, code } = guessed
  const found = await findRecoverable(container, contact, value)
  if (
    !found?.customer_id &&
    !(await mayRegister(container, options, contact, value))
  ) {
    await consumeGuess(container, code)
    throw new PluginError("otp_invalid")
  }
  return { contact, value, code, found }
}

function assertCodesLogIn(container: MedusaContainer): PluginOptions {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (!options.login.methods.includes("code")) {
    throw new PluginError("login_method_not_allowed")
  }
  return options
}

/**
 * Whether a code registers a customer with a contact: a new one has to keep today's rules, to be no login of somebody who
 * is no customer, as an admin, and to be proven by nobody, as by an account that logs in with Google.
 */
async function mayRegister(
  container: MedusaContainer,
  { registration, login, phone }: PluginOptions,
  contact: Contact,
  value: string
): Promise<boolean> {
  if (
    !login.code_registration ||
    registration.identifier !== contact ||
    parseNewContact(contact, value, phone).value !== value
  ) {
    return false
  }
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount(contact, value)
  const used = await findProviderIdentity(container, contact, value)
  return (
    !account?.[`${contact}_verified`] &&
    (!used || isUnfinished(used.auth_identity))
  )
}
