import type { MedusaContainer } from "@medusajs/framework/types"
import {
  OTP_VERIFICATION_MODULE,
  type ClaimsOf,
} from "../modules/otp-verification"
import type { Contact } from "../options"
import { logFailedDelivery } from "./log-failed-delivery"
import { logSpentLimits } from "./log-spent-limits"
import { deliverCode, type Delivery } from "./deliver-code"
import { issueCode } from "./issue-code"
import { otpTicket, type OtpTicket } from "./otp-ticket"
import { readOtpToken, takeCode, type TypedCode } from "./take-code"

/** What strangers may ask a code for, by naming a contact. */
export type BlindPurpose = "password_recovery" | "account_deletion_cancel"

/** A contact that a stranger named. */
export type NamedContact = {
  contact: Contact
  /** In its normal form. */
  value: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

/** What a blind request answers, and what is left to do once the answer is out. */
export type BlindRequest = {
  ticket: OtpTicket
  /** Looks whether there is anybody to send the code to, and sends it. Never throws. */
  deliver: () => Promise<void>
}

/** Looks who is to get a code; nobody gets none. */
export type FindReceiver = () => Promise<{ customer_id?: string } | undefined>

/**
 * Issues a code to whoever has a contact. A stranger learns nothing: known and unknown contacts take the same limits,
 * get a code of their own and the same answer, and who is behind a contact is looked up after it; a look-up that finds
 * somebody takes measurably longer. What limits messages is taken at the delivery, apart from what limits asking, so
 * that nothing that comes of it shows at the next request. Not a workflow, for the code would become part of its state.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { ticket, deliver } = await requestBlindly(container, "password_recovery", { contact: "phone", value }, find)
 */
export async function requestBlindly(
  container: MedusaContainer,
  purpose: BlindPurpose,
  { contact, value, client_ip }: NamedContact,
  find: FindReceiver
): Promise<BlindRequest> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const { challenge, code } = await issueCode(container, {
    subject: otp.hashDestination(value),
    purpose,
    contact,
    destination: value,
    client_ip,
    anonymous: true,
  })
  const delivery = { purpose, contact, destination: value, code }
  return {
    ticket: otpTicket(container, challenge, { purpose, contact, value }),
    deliver: () =>
      deliverBlindly(container, delivery, find).catch((error: unknown) =>
        logFailedDelivery(container, `a ${purpose} code`, error)
      ),
  }
}

// Nothing of it is taken back if it fails: the next request, or a wrong code, must meet what it meets for nobody.
async function deliverBlindly(
  container: MedusaContainer,
  delivery: Delivery,
  find: FindReceiver
): Promise<void> {
  const receiver = await find()
  if (!receiver) {
    return
  }
  const { purpose, contact, destination } = delivery
  const allowed = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .takeDelivery({ destination, text_message: contact === "phone" })
  if (!allowed) {
    logSpentLimits(container, `a ${purpose} code`)
    return
  }
  await deliverCode(container, {
    ...delivery,
    customer_id: receiver.customer_id,
  })
}

/**
 * Takes a code that was asked for blindly.
 *
 * @returns the contact that it proves
 * @throws PluginError as `readOtpToken` and `takeCode`
 * @example const { contact, value } = await takeBlindCode(container, "password_recovery", { token, code: "482917" })
 */
export async function takeBlindCode(
  container: MedusaContainer,
  asked: BlindPurpose,
  { token, code }: TypedCode
): Promise<Pick<ClaimsOf<BlindPurpose>, "contact" | "value">> {
  const { jti, purpose, contact, value } = readOtpToken(container, token, [
    asked,
  ])
  const subject = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(value)
  const destination = value
  await takeCode(container, { id: jti, subject, purpose, destination, code })
  return { contact, value }
}
