import type { MedusaRequest } from "@medusajs/framework/http"
import {
  parseCustomerClaims,
  parseCustomerToken,
  type CustomerClaims,
} from "./tokens"

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
  const { session, headers } = req as Pick<MedusaRequest, "headers"> & {
    session?: { auth_context?: unknown }
  }
  const inSession = parseCustomerClaims(session?.auth_context)
  const inHeader = parseCustomerToken(tokenIn(headers.authorization) ?? "")
  return [
    ...(inSession
      ? [{ claims: inSession, withdraw: () => delete session?.auth_context }]
      : []),
    ...(inHeader
      ? [{ claims: inHeader, withdraw: () => delete headers.authorization }]
      : []),
  ]
}

// As Medusa's `authenticate` reads it.
function tokenIn(header: string | undefined): string | undefined {
  const [, scheme, token] = header?.match(/(\S+)\s+(\S+)/) ?? []
  return scheme?.toLowerCase() === "bearer" ? token : undefined
}
