import type {
  AuthContext,
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { POST as refreshToken } from "@medusajs/medusa/api/auth/token/refresh/route"
import type { Login } from "./logins"
import { parseTokenAnswer, type TokenAnswer } from "./tokens"

// The compiled routes of Medusa that the plugin runs. Its package exports "./api/*", but documents none of them.
export {
  GET as loginByGet,
  POST as login,
} from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route"
export { POST as updatePassword } from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route"
export { refetchCustomer } from "@medusajs/medusa/api/store/customers/helpers"
export { retrieveTransformQueryConfig as customerQueryConfig } from "@medusajs/medusa/api/store/customers/query-config"
export { StoreGetCustomerParams } from "@medusajs/medusa/api/store/customers/validators"

/**
 * Makes a token for a customer's login with Medusa's own handler: with its roles, its MFA challenge and its verification
 * rules. Without an actor, as after a registration, the handler runs all of these checks; for a session that has passed
 * them it makes the same token anew.
 *
 * Whoever calls it has just done what cannot be done twice, such as consuming a code. So it never throws, whatever a later
 * Medusa reads of a request: without a token, the customer logs in by themselves.
 *
 * @param session the login that is renewed
 * @returns Medusa's answer; `undefined` if it made no token
 * @example const answer = await makeLoginToken(container, { auth_identity_id: "authid_1", provider: "phonepass" })
 */
export async function makeLoginToken(
  container: MedusaContainer,
  { auth_identity_id, provider }: Login,
  session?: AuthContext
): Promise<TokenAnswer | undefined> {
  let answer: unknown
  const request = {
    scope: container,
    auth_context: {
      actor_type: "customer",
      actor_id: "",
      ...session,
      auth_identity_id,
      auth_provider: provider,
    },
  }
  const response = {
    status: () => response,
    json: (body: unknown) => {
      answer = body
      return response
    },
  }
  try {
    await refreshToken(
      request as unknown as AuthenticatedMedusaRequest,
      response as unknown as MedusaResponse
    )
  } catch (error) {
    logNoToken(container, error)
  }
  return parseTokenAnswer(answer)
}

// The message of an error may quote what it was given, so it is not logged.
function logNoToken(container: MedusaContainer, error: unknown): void {
  const kind = error instanceof Error ? error.constructor.name : typeof error
  const type =
    error instanceof Error && MedusaError.isMedusaError(error)
      ? `, ${error.type}`
      : ""
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `customer-registration: Medusa made no login token after a proven contact (${kind}${type})`
    )
}
