import type { MedusaRequest } from "@medusajs/framework/http"
import {
  parseCustomerClaims,
  parseCustomerToken,
  type CustomerClaims,
} from "./tokens"

type WithSession = Pick<MedusaRequest, "headers"> & {
  session?: { auth_context?: unknown; login_revoked?: boolean }
}

/** A customer's login that a request comes with. Medusa has not checked it yet. */
export type PresentedLogin = {
  claims: CustomerClaims
  /** Takes it off the request, which Medusa then treats as one without it. */
  withdraw: () => void
}

/**
 * The logins of customers that a request comes with: in its session, and in its bearer header. Medusa looks at the session
 * first, at some routes at the header alone.
 *
 * @example presentedLogins(req).map(({ claims }) => claims.actor_id)
 */
export function presentedLogins(req: MedusaRequest): PresentedLogin[] {
  const { session, headers } = req as WithSession
  const inSession = parseCustomerClaims(session?.auth_context)
  const inHeader = parseCustomerToken(tokenIn(headers.authorization) ?? "")
  return [
    ...(inSession
      ? [{ claims: inSession, withdraw: () => endSession(session) }]
      : []),
    ...(inHeader
      ? [{ claims: inHeader, withdraw: () => delete headers.authorization }]
      : []),
  ]
}

/**
 * Whether an earlier request's `withdraw` has ended the session that a request comes with.
 *
 * @example hasEndedSession(req)
 */
export function hasEndedSession(req: MedusaRequest): boolean {
  const { session } = req as WithSession
  return Boolean(session?.login_revoked && !session.auth_context)
}

// The session is kept, so that its next request can be told why it is refused.
function endSession(session: WithSession["session"]): void {
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
