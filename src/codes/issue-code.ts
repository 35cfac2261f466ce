import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
  type OtpPurpose,
} from "../modules/otp-verification"
import { verificationOf, type Contact } from "../options"

/** A code to issue for a contact. */
export type CodeRequest = {
  /** Whose code it is. */
  subject: string
  purpose: OtpPurpose
  contact: Contact
  /** The contact in its normal form. */
  destination: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** Whether a stranger asks, who must not learn whether a message goes out. */
  anonymous?: boolean
}

/**
 * Issues a code as the options of its contact say.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { challenge, code } = await issueCode(container, { subject: customerId, purpose, contact: "phone", destination })
 */
export async function issueCode(
  container: MedusaContainer,
  { contact, ...request }: CodeRequest
): Promise<{ challenge: Challenge; code: string }> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const verification = verificationOf(options, contact)
  if (!verification) {
    throw new PluginError("verification_not_configured")
  }
  const issued = await container.resolve(OTP_VERIFICATION_MODULE).issue({
    ...request,
    channel: verification.channel,
    text_message: contact === "phone",
    resend_seconds: verification.resendThrottleSeconds,
  })
  if (issued.outcome === "throttled") {
    const { retry_after } = issued
    throw new PluginError("otp_throttled", { details: { retry_after } })
  }
  return issued
}
