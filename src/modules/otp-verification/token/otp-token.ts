import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
} from "node:crypto"
import type { ProjectConfigOptions } from "@medusajs/framework/types"
import jwt from "jsonwebtoken"
import { secretText } from "../../../keys"
import { otpTokenClaims, type OtpTokenClaims } from "./otp-token-claims"

type HttpConfig = ProjectConfigOptions["http"]

const AUDIENCE = "customer-registration/otp"
const TYPE = "otp+jwt"

/**
 * The JWT that accompanies a code. It has a type, an audience and a purpose of its own (RFC 8725, 3.11 and 3.12) and
 * none of the claims by which Medusa knows a login, so that it is worth nothing at a Medusa route, and Medusa's
 * tokens are worth nothing here.
 */
export class OtpToken {
  private readonly algorithm: jwt.Algorithm
  private readonly signKey: KeyObject
  private readonly verifyKey: KeyObject

  /** Keys are made once: given as a string, `jsonwebtoken` tries the secret as a PEM at every call. */
  constructor({ jwtSecret, jwtPublicKey, jwtOptions }: HttpConfig) {
    this.algorithm = jwtOptions?.algorithm ?? "HS256"
    const secret = secretText(jwtSecret)
    const symmetric = this.algorithm.startsWith("HS")
    this.signKey = symmetric
      ? createSecretKey(secret, "utf8")
      : createPrivateKey(secret)
    this.verifyKey = symmetric
      ? this.signKey
      : createPublicKey(secretText(jwtPublicKey ?? secret))
  }

  /** @param expiresAt ISO 8601 */
  sign(claims: OtpTokenClaims, expiresAt: string): string {
    const exp = Math.ceil(Date.parse(expiresAt) / 1000)
    return jwt.sign({ ...claims, aud: AUDIENCE, exp }, this.signKey, {
      algorithm: this.algorithm,
      header: { alg: this.algorithm, typ: TYPE },
    })
  }

  /** @returns the claims, or `undefined` for a token that is not one of ours */
  read(token: string): OtpTokenClaims | undefined {
    try {
      const { header, payload } = jwt.verify(token, this.verifyKey, {
        algorithms: [this.algorithm],
        audience: AUDIENCE,
        // The row behind `jti` says whether the code has expired, by the database's clock.
        ignoreExpiration: true,
        complete: true,
      })
      return header.typ === TYPE ? otpTokenClaims.parse(payload) : undefined
    } catch {
      return undefined
    }
  }
}
