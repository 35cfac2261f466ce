import type { MedusaContainer } from "@medusajs/framework/types"
import { CONTACT_KINDS, type Contact } from "../contact"
import { PluginError } from "../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type Challenge,
  type OwnShare,
} from "../modules/otp-verification"
import { verificationOf } from "../options"
import {
  assertVerifiable,
  chooseLocale,
  contactToProve,
  requireContacts,
} from "./customer-contact"
import { deliverCode, type Delivery } from "./deliver-code"
import { logFailedDelivery } from "./log"
import { isSettled, ownShare } from "./contact-owner"
import { PURPOSES, type OtpPurpose, type VerificationType } from "./purposes"

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
  /** Whether nobody is logged in: then nothing may show whether a message goes out. */
  anonymous?: boolean
  /** Who asks, if they have shown a token of the subject. */
  share?: OwnShare
  /** The language that the message is wanted in (BCP 47); left out, the store's default. */
  locale?: string | null
}

export type SendVerificationCodeInput = {
  customer_id: string
  type: VerificationType
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** The auth identity of the token that the request carries, if it has one: its own customer has limits apart. */
  auth_identity_id?: string
  /** The language that the message is wanted in (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

/**
 * Sends a customer the code that verifies their e-mail or phone; the step of `send-otp`, for who needs no workflow
 * around it. Used by `POST /store/customers/otp/send`, where the workflow engine took a quarter of the time.
 *
 * @returns the sent code's id and expiry; `signOtpToken` makes the client's token of it
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `contact_missing`, `already_verified`,
 * `otp_throttled`, `otp_delivery_failed`
 * @example const challenge = await sendVerificationCode(container, { customer_id, type: "phone_verification" })
 */
export async function sendVerificationCode(
  container: MedusaContainer,
  input: SendVerificationCodeInput
): Promise<Challenge> {
  const { customer_id, type, client_ip, auth_identity_id } = input
  const contact = PURPOSES[type].verifies
  assertVerifiable(container, contact)
  const customer = await requireContacts(container, customer_id)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const destination = contactToProve(customer, contact, options)
  if (!destination) {
    throw new PluginError("contact_missing")
  }
  if (await isSettled(container, customer, contact)) {
    throw new PluginError("already_verified")
  }
  return await sendCode(container, {
    subject: customer_id,
    purpose: type,
    contact,
    destination,
    client_ip,
    share: await ownShare(container, auth_identity_id, customer, contact),
    locale: chooseLocale(container, input.locale, customer),
  })
}

/**
 * Issues a code to a customer, who is its subject, and delivers it; the code goes nowhere else. If the provider fails,
 * the code is void and the limits it used are given back.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`, `otp_delivery_failed`
 */
export async function sendCode(
  container: MedusaContainer,
  request: CodeRequest
): Promise<Challenge> {
  const { challenge, delivery } = await requestCode(container, request)
  try {
    const customer_id = request.subject
    await deliverCode(container, { ...delivery, customer_id })
  } catch (error) {
    await container.resolve(OTP_VERIFICATION_MODULE).revoke(challenge)
    logFailedDelivery(container, `a ${request.purpose} code`, error)
    throw new PluginError("otp_delivery_failed")
  }
  return challenge
}

/** Compensation of the steps that send a code: it is void. The limits it used stay used, for the message went out. */
export async function undoSend(
  challenge: Challenge | undefined,
  { container }: { container: MedusaContainer }
): Promise<void> {
  if (challenge) {
    await container.resolve(OTP_VERIFICATION_MODULE).voidCode(challenge)
  }
}

/** Has a code issued as the options of its contact say. Throws `verification_not_configured`, `otp_throttled`. */
export async function requestCode(
  container: MedusaContainer,
  { contact, locale, ...request }: CodeRequest
): Promise<{ challenge: Challenge; delivery: Delivery }> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const verification = verificationOf(options, contact)
  if (!verification) {
    throw new PluginError("verification_not_configured")
  }
  const { channel, resendThrottleSeconds } = verification
  const issued = await container.resolve(OTP_VERIFICATION_MODULE).issue({
    ...request,
    channel,
    text_message: CONTACT_KINDS[contact].text_message,
    resend_seconds: resendThrottleSeconds,
  })
  if (issued.outcome === "throttled") {
    const { retry_after } = issued
    throw new PluginError("otp_throttled", { details: { retry_after } })
  }
  const { challenge, code } = issued
  const { purpose, destination, share } = request
  return {
    challenge,
    delivery: { purpose, contact, destination, channel, share, code, locale },
  }
}
