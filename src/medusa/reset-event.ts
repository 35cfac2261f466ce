import type { MedusaRequest } from "@medusajs/framework/http"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { PROVIDERS } from "./logins"

/** Minutes that Medusa's reset token lives (2.11 to 2.21). */
export const RESET_TOKEN_MINUTES = 15

const resetEvent = z.object({
  entity_id: z.string(),
  actor_type: z.literal("customer"),
  token: z.string(),
  metadata: z
    .object({ locale: z.string().optional() })
    .optional()
    .catch(undefined),
})

const resetClaims = z.object({ provider: z.literal(PROVIDERS.email) })

/**
 * The reset that an `auth.password_reset` event asks for. It fires for admin users and for other providers too; which
 * provider it is, only the token says.
 *
 * @returns `undefined` unless a customer resets the password of an e-mail
 * @example parseResetEvent(event.data)?.email // "jane@example.com"
 */
export function parseResetEvent(
  data: unknown
): { email: string; token: string; locale?: string } | undefined {
  const { data: event } = resetEvent.safeParse(data)
  if (!event || !resetClaims.safeParse(jwt.decode(event.token)).success) {
    return undefined
  }
  const { entity_id, token, metadata } = event
  return { email: entity_id, token, locale: metadata?.locale }
}

/**
 * The token of a request that Medusa has authenticated by its bearer header.
 *
 * @throws Error for a request without one, which Medusa lets nowhere that this is called
 * @example const token = bearerToken(req)
 */
export function bearerToken({
  headers,
}: Pick<MedusaRequest, "headers">): string {
  const [, token] = headers.authorization?.split(/\s+/) ?? []
  if (!token) {
    throw new Error("customer-registration: the request has no bearer token")
  }
  return token
}
