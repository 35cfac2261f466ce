import type { MedusaContainer } from "@medusajs/framework/types"
import {
  requestBlindly,
  type BlindRequest,
  type NamedContact,
} from "../codes/anonymous-code"
import { findRecoverable } from "./find-recoverable"

/**
 * Issues a code to set a new password; `requestBlindly` says what a stranger learns of it.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { ticket, deliver } = await requestRecovery(container, { contact: "phone", value: "+12133734253" })
 */
export function requestRecovery(
  container: MedusaContainer,
  named: NamedContact
): Promise<BlindRequest> {
  return requestBlindly(container, "password_recovery", named, () =>
    findRecoverable(container, named.contact, named.value)
  )
}
