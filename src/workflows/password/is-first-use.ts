import type { MedusaContainer } from "@medusajs/framework/types"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"

const DAY = 86_400

const singleUse = z.object({ jti: z.string() })

/**
 * Whether a reset token is used for the first time. From 2.16 on Medusa sees to that itself, by the token's `jti`;
 * before, a token works until it expires, and the plugin remembers it.
 *
 * @param authorization the request's header, whose token Medusa has checked
 * @example await isFirstUse(req.scope, req.headers.authorization)
 */
export async function isFirstUse(
  container: MedusaContainer,
  authorization: string | undefined
): Promise<boolean> {
  const token = authorization?.split(/\s+/)[1] ?? ""
  if (singleUse.safeParse(jwt.decode(token)).success) {
    return true
  }
  return await container
    .resolve(OTP_VERIFICATION_MODULE)
    .takeOnce("reset-token", token, DAY)
}
