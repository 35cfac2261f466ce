import type { MedusaContainer } from "@medusajs/framework/types"
import {
  requestAnonymousCode,
  type AnonymousRequest,
  type AnonymousContact,
} from "../codes"
import { findRecoverable } from "./find-recoverable"

/**
 * Issues a code to set a new password; `requestAnonymousCode` says what the answer tells.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { answer, deliver } = await requestRecovery(container, { contact: "phone", value: "+12133734253" })
 */
export function requestRecovery(
  container: MedusaContainer,
  requested: AnonymousContact
): Promise<AnonymousRequest> {
  return requestAnonymousCode(container, "password_recovery", requested, () =>
    findRecoverable(container, requested.contact, requested.value)
  )
}
