import {
  authenticate,
  type AuthContext,
  type MedusaRequest,
} from "@medusajs/framework/http"

/**
 * Middleware for routes that need no login: reads the customer's token if there is one, that of a registration as well.
 */
export const readToken = (types: ("session" | "bearer")[]) =>
  authenticate("customer", types, {
    allowUnauthenticated: true,
    allowUnregistered: true,
  })

/**
 * The auth identity of the token that a request carries; `undefined` without one, or without `readToken`.
 *
 * @example tokenIdentity(req) // "authid_1"
 */
export function tokenIdentity(req: MedusaRequest): string | undefined {
  const { auth_context } = req as { auth_context?: AuthContext }
  return auth_context?.auth_identity_id
}
