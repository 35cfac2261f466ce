import type { MedusaContainer } from "@medusajs/framework/types"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
} from "../../modules/otp-verification"

/** A code that was sent to a customer. */
export type SentCode = Challenge & { customer_id: string }

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
 * @example res.json(otpTicket(req.scope, result))
 */
export function otpTicket(
  container: MedusaContainer,
  { id, customer_id, purpose, expires_at }: SentCode
): OtpTicket {
  const token = container
    .resolve(OTP_VERIFICATION_MODULE)
    .signToken({ jti: id, purpose, customer_id }, expires_at)
  return { token, expires_at }
}
