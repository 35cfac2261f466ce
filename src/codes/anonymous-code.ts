import type { MedusaContainer } from "@medusajs/framework/types"
import { CONTACT_KINDS, type Contact } from "../contact"
import {
  OTP_VERIFICATION_MODULE,
  type RightCode,
} from "../modules/otp-verification"
import { rightCode, type TypedCode } from "./consume-code"
import { deliverCode, type Delivery } from "./deliver-code"
import { ownsContact } from "./contact-owner"
import { chooseLocale } from "./customer-contact"
import { logFailedDelivery, logLimitReached } from "./log"
import { readOtpToken, signOtpToken, type OtpTokenAnswer } from "./otp-token"
import type { AnonymousPurpose, ClaimsOf } from "./purposes"
import { requestCode } from "./send-code"

/** A contact for which somebody who is not logged in requests a code. */
export type AnonymousContact = {
  contact: Contact
  /** In its normal form. */
  value: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
  /** The auth identity of the token that the request carries, if it has one. */
  auth_identity_id?: string
  /** The language that the message is wanted in (BCP 47); left out or not the store's, its receiver's. */
  locale?: string
}

/** What an anonymous request answers, and what is left to do once the answer is out. */
export type AnonymousRequest = {
  /** What the client gets. */
  answer: OtpTokenAnswer
  /** Sends the code if it has a receiver. Never throws. */
  deliver: () => Promise<void>
}

/** Finds who is to get a code; `undefined` if nobody is. */
export type FindReceiver = () => Promise<
  { customer_id?: string; locale?: string | null } | undefined
>

/**
 * Issues a code for a contact without a login. The answer must not tell whether there is an account: known and unknown
 * contacts use the same limits and get a code and the same answer. The receiver is searched after the answer, because
 * a search that finds somebody takes measurably longer. The limits on messages are used at the delivery, apart from
 * those on requests, so that the next request does not show whether a message went out. Not a workflow, for the code
 * would become part of its state.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { answer, deliver } = await requestAnonymousCode(container, "password_recovery", { contact: "phone", value }, find)
 */
export async function requestAnonymousCode(
  container: MedusaContainer,
  purpose: AnonymousPurpose,
  { contact, value, client_ip, auth_identity_id, locale }: AnonymousContact,
  find: FindReceiver
): Promise<AnonymousRequest> {
  const own = await ownsContact(container, auth_identity_id, contact, value)
  const { challenge, delivery } = await requestCode(container, {
    subject: subjectOf(container, value),
    purpose,
    contact,
    destination: value,
    client_ip,
    anonymous: true,
    share: own ? "owner" : undefined,
    locale,
  })
  return {
    answer: signOtpToken(container, challenge, { purpose, contact, value }),
    deliver: () =>
      deliverToReceiver(container, delivery, find).catch((error: unknown) =>
        logFailedDelivery(container, `a ${purpose} code`, error)
      ),
  }
}

// A failure undoes nothing: the next request, or a wrong code, must get the answer that it gets without an account.
async function deliverToReceiver(
  container: MedusaContainer,
  delivery: Delivery,
  find: FindReceiver
): Promise<void> {
  const receiver = await find()
  if (!receiver) {
    return
  }
  const { purpose, contact, destination, share } = delivery
  const { text_message } = CONTACT_KINDS[contact]
  const allowed = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .takeDelivery({ destination, text_message, share })
  if (!allowed) {
    logLimitReached(container, `a ${purpose} code`)
    return
  }
  const { customer_id } = receiver
  const locale = chooseLocale(container, delivery.locale ?? undefined, receiver)
  await deliverCode(container, { ...delivery, customer_id, locale })
}

/** A contact that a code proves, once that is consumed. */
export type GuessedAnonymously = Pick<
  ClaimsOf<AnonymousPurpose>,
  "contact" | "value"
> & { code: RightCode }

/**
 * Counts one guess at a code that was requested anonymously.
 *
 * @throws PluginError as `readOtpToken` and `rightCode`
 * @example const { contact, value, code } = await guessAnonymousCode(container, "password_recovery", { token, code: "482917" })
 */
export async function guessAnonymousCode(
  container: MedusaContainer,
  purpose: AnonymousPurpose,
  { token, code }: TypedCode
): Promise<GuessedAnonymously> {
  const claims = readOtpToken(container, token, [purpose])
  const { jti, own, contact, value } = claims
  const right = await rightCode(container, {
    id: jti,
    subject: subjectOf(container, value),
    own,
    purpose,
    destination: value,
    code,
  })
  return { contact, value, code: right }
}

/** Without a customer, a code belongs to its contact. */
function subjectOf(container: MedusaContainer, value: string): string {
  return container.resolve(OTP_VERIFICATION_MODULE).hashDestination(value)
}
