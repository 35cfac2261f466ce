import type { MedusaContainer } from "@medusajs/framework/types"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
  type OtpTokenClaims,
} from "../modules/otp-verification"

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown
  ? Omit<T, Key>
  : never

/** What a token says beside the id of its code. */
export type TicketFor = DistributiveOmit<OtpTokenClaims, "jti">

/** What the client of a send gets: the token that goes back with the code. */
export type OtpTicket = {
  token: string
  /** ISO 8601 */
  expires_at: string
}

/**
 * Signs the token of a sent code. Whoever answers the client calls it: a workflow does not, because its result passes
 * through its state, and a token must not.
 *
 * @example res.json(otpTicket(req.scope, result, { purpose: "phone_verification", customer_id }))
 */
export function otpTicket(
  container: MedusaContainer,
  { id, expires_at }: Challenge,
  claims: TicketFor
): OtpTicket {
  const token = container
    .resolve(OTP_VERIFICATION_MODULE)
    .signToken({ jti: id, ...claims }, expires_at)
  return { token, expires_at }
}
