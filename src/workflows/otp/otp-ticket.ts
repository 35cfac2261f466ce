import type { MedusaContainer } from "@medusajs/framework/types"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
} from "../../modules/otp-verification"

/** What the client of a send gets: the token that goes back with the code. */
export type OtpTicket = {
  token: string
  /** ISO 8601 */
  expires_at: string
}

/**
 * Signs the token of a challenge. It is made when a workflow answers, and so is never part of its state.
 *
 * @example otpTicket(container, "cus_1", challenge).token
 */
export function otpTicket(
  container: MedusaContainer,
  customerId: string,
  { id, purpose, expires_at }: Challenge
): OtpTicket {
  const claims = { jti: id, purpose, customer_id: customerId }
  const token = container
    .resolve(OTP_VERIFICATION_MODULE)
    .signToken(claims, expires_at)
  return { token, expires_at }
}
