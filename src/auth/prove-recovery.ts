import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import type { Contact } from "../options"
import { consumeAnonymousCode, type TypedCode } from "../codes"
import { findRecoverable, type Recoverable } from "./find-recoverable"

/**
 * Consumes the code of a password recovery.
 *
 * @returns the login whose password may be set
 * @throws PluginError as `consumeAnonymousCode`
 * @example const recovery = await proveRecovery(container, { token, code: "482917" })
 */
export async function proveRecovery(
  container: MedusaContainer,
  typed: TypedCode
): Promise<Recoverable & { contact: Contact }> {
  const { contact, value } = await consumeAnonymousCode(
    container,
    "password_recovery",
    typed
  )
  const recoverable = await findRecoverable(container, contact, value)
  if (!recoverable) {
    throw new PluginError("otp_invalid")
  }
  return { ...recoverable, contact }
}
