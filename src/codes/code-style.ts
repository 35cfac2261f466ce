import type { OtpPurpose } from "../modules/otp-verification"
import type { CodeUse, Template } from "../notifications"
import { verificationOf, type Contact, type PluginOptions } from "../options"
import { templateOf } from "./template-of"

/** How a code's message looks: what it is for, its template and its subject. */
export type CodeStyle = { use: CodeUse; template: Template; subject?: string }

const DELETION_USES: readonly string[] = [
  "account_deletion_request",
  "account_deletion_cancel",
] satisfies CodeUse[]

/**
 * The message that a purpose and a contact ask for: that of the contact's verification, or of the deletion's own
 * options. A text message about a deletion is the plugin's own, unless a provider's template makes them all.
 *
 * @example codeStyle(options, "account_deletion_request", "email").subject
 */
export function codeStyle(
  options: PluginOptions,
  purpose: OtpPurpose,
  contact: Contact
): CodeStyle {
  const verification = verificationOf(options, contact)
  const template = templateOf(verification ?? {})
  if (!isDeletion(purpose)) {
    return { use: "verification", template, subject: verification?.subject }
  }
  if (contact === "phone") {
    const own = template.kind === "provider" ? template : DEFAULT
    return { use: purpose, template: own }
  }
  const block = options[purpose]
  return { use: purpose, template: templateOf(block), subject: block.subject }
}

const DEFAULT: Template = { kind: "default" }

function isDeletion(
  purpose: OtpPurpose
): purpose is Extract<OtpPurpose, CodeUse> {
  return DELETION_USES.includes(purpose)
}
