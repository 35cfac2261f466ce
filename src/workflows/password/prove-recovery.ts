import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { readOtpToken, takeCode, type TypedCode } from "../otp/take-code"
import { findRecoverable, type Recoverable } from "./find-recoverable"

/**
 * Takes the code of a password recovery.
 *
 * @returns the login whose password may be set
 * @throws PluginError as `readOtpToken` and `takeCode`
 * @example const recovery = await proveRecovery(container, { token, code: "482917" })
 */
export async function proveRecovery(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<Recoverable & { contact: Contact }> {
  const { jti, purpose, contact, value } = readOtpToken(container, token, [
    "password_recovery",
  ])
  const subject = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(value)
  await takeCode(container, {
    id: jti,
    subject,
    purpose,
    destination: value,
    code,
  })
  const recoverable = await findRecoverable(container, contact, value)
  if (!recoverable) {
    throw new PluginError("otp_invalid")
  }
  return { ...recoverable, contact }
}
