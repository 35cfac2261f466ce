import type {
  AuthContext,
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type {
  AuthIdentityDTO,
  MedusaContainer,
  ProjectConfigOptions,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { POST as refreshToken } from "@medusajs/medusa/api/auth/token/refresh/route"
import * as tokenMaker from "@medusajs/medusa/api/auth/utils/generate-jwt-token"
import { tokenKeys } from "../keys"
import type { KnownLogin } from "./customer-access"
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
 * Makes a token for a customer's login with the function by which Medusa makes its own, with a key that is made once:
 * of a secret given as a string, each token costs a try to read it as a PEM. Where Medusa would ask for a second step
 * before, its handler makes the token.
 *
 * @param session the login that is renewed, which has passed every step
 * @returns as `makeLoginToken`
 * @example const answer = await makeKnownLoginToken(container, access.logins[0])
 */
export async function makeKnownLoginToken(
  container: MedusaContainer,
  login: KnownLogin,
  session?: AuthContext
): Promise<TokenAnswer | undefined> {
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const asksFirst =
    login.has_factor !== false || isVerifiedByMedusa(http, login.provider)
  if (asksFirst && !session) {
    return await makeLoginToken(container, login)
  }
  try {
    return { token: await tokenOf(container, http, login, session) }
  } catch {
    return await makeLoginToken(container, login, session)
  }
}

type HttpConfig = ProjectConfigOptions["http"]

/** What a session says of the second step that it has passed. */
type SecondStep = Pick<
  AuthContext,
  "mfa_enabled" | "mfa_challenge_completed_at"
>

async function tokenOf(
  container: MedusaContainer,
  http: HttpConfig,
  { auth_identity_id: id, provider, user_metadata, app_metadata }: KnownLogin,
  session: SecondStep = { mfa_enabled: false }
): Promise<string> {
  const authIdentity = {
    id,
    app_metadata: app_metadata ?? undefined,
    provider_identities: [{ provider, user_metadata }],
  } as AuthIdentityDTO
  // Up to 2.15 Medusa's handler names no provider.
  const named = "generateJwtTokenWithChecks" in tokenMaker
  return await tokenMaker.generateJwtTokenForAuthIdentity(
    {
      authIdentity,
      actorType: "customer",
      authProvider: named ? provider : undefined,
      container,
      mfaEnabled: session.mfa_enabled,
      mfaChallengeCompletedAt: session.mfa_challenge_completed_at,
    },
    {
      secret: tokenKeys(http).signKey,
      expiresIn: http.jwtExpiresIn,
      options: http.jwtOptions,
    }
  )
}

function isVerifiedByMedusa(http: HttpConfig, provider: string): boolean {
  const { customer = [] } = http.authVerificationsPerActor ?? {}
  return customer.some(({ auth_provider }) => auth_provider === provider)
}

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
