import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { PluginError } from "../errors"
import { tokenKeys } from "../keys"
import type { Challenge } from "../modules/otp-verification"
import {
  OTP_PURPOSES,
  PURPOSES,
  type ClaimsOf,
  type OtpPurpose,
  type OtpTokenClaims,
} from "./purposes"

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown
  ? Omit<T, Key>
  : never

/** What the client of a send gets: the token that goes back with the code. */
export type OtpTokenAnswer = {
  token: string
  /** ISO 8601 */
  expires_at: string
}

const AUDIENCE = "customer-registration/otp"
const TYPE = "otp+jwt"

/** How the server writes a token: whatever is signed with its key in another form is none of these. */
const ownForm = z.object({
  header: z.strictObject({ alg: z.string(), typ: z.literal(TYPE) }),
  payload: z.looseObject({ aud: z.literal(AUDIENCE), exp: z.int() }),
})

const commonClaims = z.object({
  jti: z.string(),
  purpose: z.enum(OTP_PURPOSES),
  own: z.boolean().optional(),
})

/**
 * Signs the token of a sent code: a JWT with a type, an audience and a purpose of its own (RFC 8725, 3.11 and 3.12) and
 * none of the claims by which Medusa knows a login, so that it is worth nothing at a Medusa route, and Medusa's tokens
 * are worth nothing here. Whoever answers the client calls it: a workflow does not, because its result passes through
 * its state, and a token must not.
 *
 * @param claims what the token says beside the id of its code
 * @example res.json(signOtpToken(req.scope, challenge, { purpose: "phone_verification", customer_id }))
 */
export function signOtpToken(
  container: MedusaContainer,
  { id, expires_at, own }: Pick<Challenge, "id" | "expires_at" | "own">,
  claims: DistributiveOmit<OtpTokenClaims, "jti" | "own">
): OtpTokenAnswer {
  const { algorithm, signKey } = keysOf(container)
  const exp = Math.ceil(Date.parse(expires_at) / 1000)
  const payload = {
    jti: id,
    ...claims,
    ...(own && { own }),
    aud: AUDIENCE,
    exp,
  }
  const header = { alg: algorithm, typ: TYPE }
  return {
    token: jwt.sign(payload, signKey, { algorithm, header }),
    expires_at,
  }
}

/**
 * Reads a token for one of these purposes.
 *
 * @throws PluginError `otp_token_invalid` if it is forged, foreign or for another purpose
 * @example const { customer_id } = readOtpToken(container, token, ["contact_change"])
 */
export function readOtpToken<Purpose extends OtpPurpose>(
  container: MedusaContainer,
  token: string,
  purposes: readonly Purpose[]
): ClaimsOf<Purpose> {
  const claims = verifiedClaims(container, token)
  const allowed: readonly string[] = purposes
  if (!claims || !allowed.includes(claims.purpose)) {
    throw new PluginError("otp_token_invalid")
  }
  return claims as ClaimsOf<Purpose>
}

function verifiedClaims(
  container: MedusaContainer,
  token: string
): OtpTokenClaims | undefined {
  const { algorithm, verifyKey } = keysOf(container)
  try {
    const verified = jwt.verify(token, verifyKey, {
      algorithms: [algorithm],
      audience: AUDIENCE,
      // The row behind `jti` says whether the code has expired, by the database's clock.
      ignoreExpiration: true,
      complete: true,
    })
    const { payload } = ownForm.parse(verified)
    const common = commonClaims.parse(payload)
    const own = PURPOSES[common.purpose].claims.parse(payload)
    return { ...common, ...own } as OtpTokenClaims
  } catch {
    return undefined
  }
}

function keysOf(container: MedusaContainer) {
  const { projectConfig } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  return tokenKeys(projectConfig.http)
}
