import type { MedusaContainer } from "@medusajs/framework/types"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"

const DAY = 86_400

/**
 * Whether a reset token is used for the first time. Before 2.16 Medusa's tokens work until they expire; since then it
 * looks a token up and deletes it in two statements, so that of simultaneous uses several come through. The plugin
 * remembers each token in one statement.
 *
 * @param authorization the request's header, whose token Medusa has checked
 * @example await isFirstUse(req.scope, req.headers.authorization)
 */
export async function isFirstUse(
  container: MedusaContainer,
  authorization: string | undefined
): Promise<boolean> {
  const token = authorization?.split(/\s+/)[1] ?? ""
  // Without the signature, of which there may be another spelling.
  const signed = token.slice(0, token.lastIndexOf("."))
  return await container
    .resolve(OTP_VERIFICATION_MODULE)
    .consumeOneTimeKey("reset-token", signed, DAY)
}
