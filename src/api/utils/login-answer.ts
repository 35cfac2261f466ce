import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { POST as refreshToken } from "@medusajs/medusa/api/auth/token/refresh/route"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { accepts } from "../../options"
import { findLogin, type Login } from "../../workflows/auth/find-login"
import {
  VERIFICATION_CONTACTS,
  type VerificationType,
} from "../../workflows/otp/verification-types"

/** The login part of an answer. With MFA it is Medusa's own answer: `mfa_required`, the challenge and a token for it. */
export type LoginAnswer = {
  token: string | null
  needs_login: boolean
  [medusas: string]: unknown
}

const NEEDS_LOGIN: LoginAnswer = { token: null, needs_login: true }

/**
 * Logs a customer in who has just proven a contact, if that contact is a login identifier of the store and the
 * customer has an identity to log in with.
 *
 * @example res.json({ verified: true, ...(await loginAnswer(req.scope, customerId, "phone_verification")) })
 */
export async function loginAnswer(
  container: MedusaContainer,
  customerId: string,
  type: VerificationType
): Promise<LoginAnswer> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const contact = VERIFICATION_CONTACTS[type]
  const customer = await registration.retrieveContacts(customerId)
  const { login } = registration.getOptions()
  if (!customer || !accepts(login.identifier, contact)) {
    return NEEDS_LOGIN
  }
  const found = await findLogin(container, customer, contact)
  if (!found) {
    return NEEDS_LOGIN
  }
  const made = await makeLogin(container, found)
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
