import type { MedusaContainer } from "@medusajs/framework/types"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { logFailedDelivery } from "../messages/log-failed-delivery"
import { deliverCode } from "../otp/deliver-code"
import { issueCode } from "../otp/issue-code"
import { otpTicket, type OtpTicket } from "../otp/otp-ticket"
import { findRecoverable } from "./find-recoverable"

export type RecoveryRequest = {
  contact: Contact
  /** In its normal form. */
  value: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

/** What a recovery request answers, and what is left to do once the answer is out. */
export type RequestedRecovery = {
  ticket: OtpTicket
  /** Looks whether there is anybody to send the code to, and sends it. Never throws. */
  deliver: () => Promise<void>
}

/**
 * Issues a code to set a new password. A stranger learns nothing: known and unknown contacts take the same limits,
 * get a code of their own and the same answer, and who is behind a contact is looked up after it; a look-up that finds
 * somebody takes measurably longer. Not a workflow, for the code would become part of its state.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { ticket, deliver } = await requestRecovery(container, { contact: "phone", value: "+12133734253" })
 */
export async function requestRecovery(
  container: MedusaContainer,
  { contact, value, client_ip }: RecoveryRequest
): Promise<RequestedRecovery> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const purpose = "password_recovery" as const
  const { challenge, code } = await issueCode(container, {
    subject: otp.hashDestination(value),
    purpose,
    contact,
    destination: value,
    client_ip,
  })
  const deliver = async () => {
    try {
      if (await findRecoverable(container, contact, value)) {
        await deliverCode(container, {
          purpose,
          contact,
          destination: value,
          code,
        }).catch(async (error: unknown) => {
          await otp.revoke(challenge)
          throw error
        })
      }
    } catch (error) {
      logFailedDelivery(container, `a ${purpose} code`, error)
    }
  }
  return {
    ticket: otpTicket(container, challenge, { purpose, contact, value }),
    deliver,
  }
}
