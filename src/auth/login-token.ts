import type {
  AuthContext,
  AuthenticatedMedusaRequest,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { PURPOSES, type VerificationType } from "../codes"
import { makeLoginToken } from "../medusa/handlers"
import { findLogin, type Login } from "../medusa/logins"
import { needsSecondStep, providerOf, type TokenAnswer } from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { accepts, type Contact } from "../options"
import { mayLogIn } from "./gate"
import { findSession, ownToken, validToken } from "./sessions"

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
 * @example res.json({ verified: true, ...(await verifiedLogin(req.scope, customer, "phone_verification")) })
 */
export async function verifiedLogin(
  container: MedusaContainer,
  customer: CustomerContacts,
  type: VerificationType
): Promise<LoginAnswer> {
  const contact = PURPOSES[type].verifies
  const { login } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  // The only login may be that of the other contact.
  const found = accepts(login.identifier, contact)
    ? await findLogin(container, customer.id, contact)
    : undefined
  const made = await loginAnswer(container, customer, found)
  const session = made && (await findSession(container, customer.id))
  return made ? validToken(container, made, session?.valid_from) : NEEDS_LOGIN
}

/**
 * Logs a customer in again who is logged in, with a token of today's facts.
 *
 * @param contact the one that they have just proven
 * @param validFrom of the revocation that has just ended every session, this one included
 * @example res.json({ customer, ...(await renewedLogin(req, customer, "phone", valid_from)) })
 */
export async function renewedLogin(
  {
    scope,
    auth_context,
  }: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  customer: CustomerContacts,
  contact: Contact,
  validFrom?: number
): Promise<LoginAnswer> {
  const { auth_identity_id } = auth_context
  const provider =
    providerOf(auth_context) ??
    (await findLogin(scope, customer.id, contact))?.provider
  const login = provider ? { auth_identity_id, provider } : undefined
  const made = await loginAnswer(scope, customer, login, auth_context)
  return made && validFrom !== undefined
    ? ownToken(scope, made, validFrom)
    : (made ?? NEEDS_LOGIN)
}

async function loginAnswer(
  container: MedusaContainer,
  customer: CustomerContacts,
  login: Login | undefined,
  session?: AuthContext
): Promise<(LoginAnswer & TokenAnswer) | undefined> {
  if (!login) {
    return undefined
  }
  const { auth_identity_id, provider } = login
  const gated = { auth_identity_id, auth_provider: provider }
  const made = (await mayLogIn(container, customer, gated))
    ? await makeLoginToken(container, login, session)
    : undefined
  return made && { ...made, needs_login: needsSecondStep(made) }
}
