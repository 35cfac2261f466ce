import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { tokenKeys } from "../keys"

// A made-up token may hold a NUL, at which PostgreSQL fails.
const id = z.string().regex(/^[^\u0000]*$/)

const customerClaims = z.object({
  actor_type: z.literal("customer"),
  /** Empty for who has no customer yet, and before a second step. */
  actor_id: id,
  auth_identity_id: id,
  /** Medusa 2.11 does not say it in its tokens. */
  auth_provider: z.string().optional(),
  /** Epoch seconds. Without it (`jwtOptions.noTimestamp`), a token counts as older than all others. */
  iat: z.number().default(0),
})

/** What a login token of a customer says. */
export type CustomerClaims = z.output<typeof customerClaims>

/**
 * That of a customer, or one of another kind of actor that names no actor: everybody gets such a token with the password of a
 * customer, whatever kind their path names, and it stands for the auth identity alone.
 */
const loginClaims = z.union([
  customerClaims,
  customerClaims.extend({ actor_type: z.string(), actor_id: z.literal("") }),
])

/** What a login token says that may be a customer's. */
export type LoginClaims = z.output<typeof loginClaims>

/**
 * What a session keeps of a customer's login token; `undefined` for that of somebody else.
 *
 * @example parseCustomerClaims(req.session.auth_context)?.actor_id // "cus_1"
 */
export function parseCustomerClaims(
  context: unknown
): CustomerClaims | undefined {
  return customerClaims.safeParse(context).data
}

/**
 * What a login token of a customer says; `undefined` for a token of somebody else.
 *
 * @param token whose signature was just made or checked
 * @example parseCustomerToken(answer.token)?.actor_id // "cus_1"
 */
export function parseCustomerToken(token: string): CustomerClaims | undefined {
  return parseCustomerClaims(jwt.decode(token))
}

/**
 * What a login token says that may be a customer's; `undefined` for a token that names another actor.
 *
 * @param token whose signature was just made or checked
 * @example parseLoginToken(answer.token)?.auth_identity_id // "authid_1"
 */
export function parseLoginToken(token: string): LoginClaims | undefined {
  return loginClaims.safeParse(jwt.decode(token)).data
}

type WithLogins = Pick<MedusaRequest, "headers" | "scope"> & {
  session?: { auth_context?: unknown; login_revoked?: boolean }
  auth_context?: unknown
}

/** A login that a request comes with and that may be a customer's. Medusa has not checked it yet. */
export type PresentedLogin = {
  claims: LoginClaims
  /** Whether this server has made it. */
  isGenuine: () => boolean
  /** Takes it off the request, which Medusa then treats as one without it. */
  withdraw: () => void
}

/**
 * The logins that a request comes with and that may be a customer's: in its session, and in its bearer header. Medusa looks
 * at the session first, at some routes at the header alone.
 *
 * @example presentedLogins(req).map(({ claims }) => claims.actor_id)
 */
export function presentedLogins(req: MedusaRequest): PresentedLogin[] {
  const { session, headers, scope } = req as WithLogins
  const token = tokenIn(headers.authorization) ?? ""
  const inSession = loginClaims.safeParse(session?.auth_context).data
  const inHeader = parseLoginToken(token)
  return [
    ...(inSession
      ? [
          {
            claims: inSession,
            isGenuine: () => true,
            withdraw: () => endSession(session),
          },
        ]
      : []),
    ...(inHeader
      ? [
          {
            claims: inHeader,
            isGenuine: () => isSigned(scope, token),
            withdraw: () => delete headers.authorization,
          },
        ]
      : []),
  ]
}

const authenticateCustomer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

/**
 * Authenticates a request anew after a login was withdrawn, if Medusa has done so already: it does on all of `/store`,
 * before any middleware of a plugin.
 *
 * @example authenticateAnew(req, res, next)
 */
export function authenticateAnew(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const request = req as WithLogins
  if (!request.auth_context) {
    next()
    return
  }
  delete request.auth_context
  authenticateCustomer(req, res, next)
}

function isSigned(scope: WithLogins["scope"], token: string): boolean {
  const { projectConfig } = scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const { algorithm, verifyKey } = tokenKeys(projectConfig.http)
  const { allowInvalidAsymmetricKeyTypes = false } =
    projectConfig.http.jwtOptions ?? {}
  try {
    jwt.verify(token, verifyKey, {
      algorithms: [algorithm],
      allowInvalidAsymmetricKeyTypes,
    })
    return true
  } catch {
    return false
  }
}

/**
 * Whether an earlier request's `withdraw` has ended the session that a request comes with.
 *
 * @example hasEndedSession(req)
 */
export function hasEndedSession(req: MedusaRequest): boolean {
  const { session } = req as WithLogins
  return Boolean(session?.login_revoked && !session.auth_context)
}

// The session is kept, so that its next request can be told why it is refused.
function endSession(session: WithLogins["session"]): void {
  if (session) {
    delete session.auth_context
    session.login_revoked = true
  }
}

// As Medusa's `authenticate` reads it.
function tokenIn(header: string | undefined): string | undefined {
  const [, scheme, token] = header?.match(/(\S+)\s+(\S+)/) ?? []
  return scheme?.toLowerCase() === "bearer" ? token : undefined
}

/**
 * Whether a login was made before the last revocation of its customer's sessions.
 *
 * @param validFrom the `iat` that a valid token has at least
 * @example isRevoked(claims, session.valid_from)
 */
export function isRevoked(
  { iat }: Pick<LoginClaims, "iat">,
  validFrom = 0
): boolean {
  return iat < validFrom
}
