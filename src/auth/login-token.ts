import type {
  AuthContext,
  AuthenticatedMedusaRequest,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  findAccess,
  type CustomerAccess,
  type KnownLogin,
} from "../medusa/customer-access"
import { makeKnownLoginToken, makeLoginToken } from "../medusa/handlers"
import { preferredLogin, type Login } from "../medusa/logins"
import { needsSecondStep, providerOf, type TokenAnswer } from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { accepts, type Contact } from "../options"
import { mayLogIn } from "./gate"
import { recordProofs } from "./medusa-verification"
import { ownToken, validToken } from "./sessions"

/** The login part of an answer. With MFA it is Medusa's own answer: `mfa_required`, the challenge and a token for it. */
export type LoginAnswer = {
  token: string | null
  needs_login: boolean
  [medusas: string]: unknown
}

const NEEDS_LOGIN: LoginAnswer = { token: null, needs_login: true }

/**
 * Logs a customer in who has just proven a contact, if that contact is a login identifier of the store and the
 * customer has an identity to log in with, whose contact is verified where the store requires it.
 *
 * @param customer with the flags that they have now
 * @param known how they log in, if that has been read and has not changed since
 * @example res.json({ verified: true, ...(await verifiedLogin(req.scope, customer, "phone", access)) })
 */
export async function verifiedLogin(
  container: MedusaContainer,
  customer: CustomerContacts,
  contact: Contact,
  known?: CustomerAccess
): Promise<LoginAnswer> {
  const { login, sessions } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  if (!accepts(login.identifier, contact)) {
    return NEEDS_LOGIN
  }
  const access = known ?? (await findAccess(container, customer.id, contact))
  const { logins = [], valid_from } = access ?? {}
  // The only login may be that of the other contact.
  const preferred = preferredLogin(logins, contact)
  const made = await loginAnswer(container, customer, logins, preferred)
  const validFrom = sessions.revoke ? valid_from : null
  return made
    ? validToken(container, made, validFrom ?? undefined)
    : NEEDS_LOGIN
}

/**
 * Logs a customer in again who is logged in, with a token of today's facts.
 *
 * @param contact the one that they have just proven
 * @param validFrom of the revocation that has just ended every session, this one included
 * @param known their logins as they are now, if they have been read already
 * @example res.json({ customer, ...(await renewedLogin(req, customer, "phone", valid_from)) })
 */
export async function renewedLogin(
  {
    scope,
    auth_context,
  }: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  customer: CustomerContacts,
  contact: Contact,
  validFrom?: number,
  known?: KnownLogin[]
): Promise<LoginAnswer> {
  const { auth_identity_id } = auth_context
  const logins =
    known ?? (await findAccess(scope, customer.id, contact))?.logins ?? []
  const provider =
    providerOf(auth_context) ?? preferredLogin(logins, contact)?.provider
  const login = provider ? { auth_identity_id, provider } : undefined
  const made = await loginAnswer(scope, customer, logins, login, auth_context)
  return made && validFrom !== undefined
    ? ownToken(scope, made, validFrom)
    : (made ?? NEEDS_LOGIN)
}

async function loginAnswer(
  container: MedusaContainer,
  customer: CustomerContacts,
  logins: KnownLogin[],
  login: Login | undefined,
  session?: AuthContext
): Promise<(LoginAnswer & TokenAnswer) | undefined> {
  if (!login) {
    return undefined
  }
  const { auth_identity_id, provider } = login
  const gated = { auth_identity_id, auth_provider: provider }
  if (!(await mayLogIn(container, customer, gated, logins))) {
    return undefined
  }
  await recordProofs(container, { customer_id: customer.id, auth_identity_id })
  const known = logins.find(
    (own) =>
      own.auth_identity_id === auth_identity_id && own.provider === provider
  )
  // The login of a session may be by another provider.
  const made = known
    ? await makeKnownLoginToken(container, known, session)
    : await makeLoginToken(container, login, session)
  return made && { ...made, needs_login: needsSecondStep(made) }
}
