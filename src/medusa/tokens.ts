import type { AuthContext } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import jwt, { type JwtPayload } from "jsonwebtoken"
import { z } from "zod"
import { tokenKeys } from "../keys"
import { parseCustomerClaims } from "./presented-logins"

const tokenAnswer = z.looseObject({
  token: z.string(),
  mfa_required: z.boolean().optional(),
  verification_required: z.boolean().optional(),
})

/** An answer of Medusa with a token; it may be one for the second step of a login only. */
export type TokenAnswer = z.output<typeof tokenAnswer>

/**
 * The answer of a route, if it has a token.
 *
 * @example parseTokenAnswer({ token: "…", mfa_required: true })?.mfa_required // true
 */
export function parseTokenAnswer(answer: unknown): TokenAnswer | undefined {
  return tokenAnswer.safeParse(answer).data
}

/**
 * Whether an answer asks for a second step: MFA, or Medusa's own verification.
 *
 * @example needsSecondStep({ token: "…", mfa_required: true }) // true
 */
export function needsSecondStep(answer: TokenAnswer): boolean {
  return Boolean(answer.mfa_required ?? answer.verification_required)
}

/**
 * When the login that a request was authenticated by was made.
 *
 * @returns epoch seconds
 * @example issuedAt(req.auth_context) // 1767225600
 */
export function issuedAt(context: AuthContext): number {
  return parseCustomerClaims(context)?.iat ?? 0
}

/**
 * Signs a token that Medusa has just made once more, with the same claims, as if it had been made at another second. Its
 * end stays where it is.
 *
 * @param iat epoch seconds
 * @example const token = reissue(container, answer.token, valid_from)
 */
export function reissue(
  container: MedusaContainer,
  token: string,
  iat: number
): string {
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const made = jwt.decode(token, { complete: true })
  if (!made) {
    throw new Error("customer-registration: not a token")
  }
  const { algorithm, signKey } = tokenKeys(http)
  // What lets the server sign with an unusual key lets it do so here.
  const {
    allowInsecureKeySizes = false,
    allowInvalidAsymmetricKeyTypes = false,
  } = http.jwtOptions ?? {}
  const claims = made.payload as JwtPayload
  return jwt.sign({ ...claims, iat }, signKey, {
    algorithm,
    header: made.header,
    allowInsecureKeySizes,
    allowInvalidAsymmetricKeyTypes,
  })
}

/**
 * A login token as that of a registration: it names no customer, and is worth as much as one afterwards.
 *
 * @param token that Medusa has just made
 * @example withoutActor(container, answer.token)
 */
export function withoutActor(
  container: MedusaContainer,
  token: string
): string {
  const { projectConfig } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const { algorithm, signKey } = tokenKeys(projectConfig.http)
  const { app_metadata: _owners, ...claims } = jwt.decode(token, {
    json: true,
  }) ?? { app_metadata: {} }
  const payload = { ...claims, actor_id: "", app_metadata: {} }
  return jwt.sign(payload, signKey, { algorithm })
}

/**
 * The provider that somebody logged in with; Medusa 2.11 does not say it in its tokens.
 *
 * @example providerOf(req.auth_context) // "phonepass"
 */
export function providerOf(context: AuthContext): string | undefined {
  const provider: unknown = Reflect.get(context, "auth_provider")
  return typeof provider === "string" ? provider : undefined
}
