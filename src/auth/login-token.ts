import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { POST as refreshToken } from "@medusajs/medusa/api/auth/token/refresh/route"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { accepts, type Contact, type PluginOptions } from "../options"
import { type Login, findLogin } from "../medusa/find-login"
import { contactOfProvider } from "../medusa/identities"
import { providerOf } from "../medusa/provider-of"
import {
  VERIFICATION_CONTACTS,
  type VerificationType,
} from "../codes/verification-types"

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
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const contact = VERIFICATION_CONTACTS[type]
  const options = registration.getOptions()
  if (!accepts(options.login.identifier, contact)) {
    return NEEDS_LOGIN
  }
  const found = await findLogin(container, customer, contact)
  return found && isOpen(found.provider, customer, options)
    ? await loginAnswer(container, found)
    : NEEDS_LOGIN
}

// What the gate asks, of what is known already: the only login may be that of the other contact.
function isOpen(
  provider: string,
  customer: CustomerContacts,
  { registration }: PluginOptions
): boolean {
  const contact = contactOfProvider(provider)
  return (
    !registration.require_verification ||
    !contact ||
    customer[`${contact}_verified`]
  )
}

/**
 * Logs a customer in again who is logged in, with a token of today's facts.
 *
 * @param contact the one that they have just proven
 * @example res.json({ customer, ...(await renewedLogin(req, customer, "phone")) })
 */
export async function renewedLogin(
  {
    scope,
    auth_context,
  }: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  customer: CustomerContacts,
  contact: Contact
): Promise<LoginAnswer> {
  const { auth_identity_id } = auth_context
  const options = scope.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const provider =
    providerOf(auth_context) ??
    (await findLogin(scope, customer, contact))?.provider
  return provider && isOpen(provider, customer, options)
    ? await loginAnswer(scope, { auth_identity_id, provider })
    : NEEDS_LOGIN
}

async function loginAnswer(
  container: MedusaContainer,
  login: Login
): Promise<LoginAnswer> {
  const made = await makeLogin(container, login)
  const secondStep = made.mfa_required ?? made.verification_required
  return typeof made.token === "string"
    ? { ...made, token: made.token, needs_login: Boolean(secondStep) }
    : NEEDS_LOGIN
}

// Medusa's own handler makes the token, with its roles, its MFA challenge and its verification rules. Asked without
// an actor, as after a registration, it runs all of these checks.
async function makeLogin(
  container: MedusaContainer,
  { auth_identity_id, provider }: Login
): Promise<Record<string, unknown>> {
  let answer: Record<string, unknown> = {}
  const request = {
    scope: container,
    auth_context: {
      actor_type: "customer",
      actor_id: "",
      auth_identity_id,
      auth_provider: provider,
    },
  }
  const response = {
    json: (body: Record<string, unknown>) => {
      answer = body
    },
  }
  try {
    await refreshToken(
      request as unknown as AuthenticatedMedusaRequest,
      response as unknown as MedusaResponse
    )
  } catch (error) {
    // The contact is proven all the same: the customer logs in by themselves, and is told there.
    if (!MedusaError.isMedusaError(error)) {
      throw error
    }
  }
  return answer
}
