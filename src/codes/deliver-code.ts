import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { OwnShare } from "../modules/otp-verification"
import { codeMessage } from "../notifications"
import { deliverMessage, type OutgoingMessage } from "./deliver-message"
import { PURPOSES, type OtpPurpose } from "./purposes"

/** A code to deliver. */
export type Delivery = {
  purpose: OtpPurpose
  contact: Contact
  destination: string
  /** Notification channel. */
  channel: string
  /** The share of the destination's limits that it counts in. */
  share?: OwnShare
  code: string
  /** Whose code it is, if that is known: so its notification is found when they leave. */
  customer_id?: string
  /** The language of the message (BCP 47), if somebody wants one; the store's default otherwise. */
  locale?: string | null
}

/**
 * Sends a code through the Notification module. What the plugin renders goes in `content`, which is not stored; a
 * provider's own template needs the code in `data`, which Medusa stores with the notification.
 *
 * @throws DeliveryError
 * @example await deliverCode(container, { purpose, contact: "phone", destination, channel: "sms", code, customer_id })
 */
export async function deliverCode(
  container: MedusaContainer,
  delivery: Delivery
): Promise<void> {
  await deliverMessage(container, messageWith(container, delivery))
}

/** The message with a code, as `deliverMessage` takes it. */
export function messageWith(
  container: MedusaContainer,
  delivery: Delivery
): OutgoingMessage {
  const { purpose, contact, destination, channel, code, customer_id } = delivery
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const { otpExpiryMinutes, storefrontUrl } = registration.getOptions()
  const { words: use } = PURPOSES[purpose]
  const style = registration
    .getMessages()
    .styleOf(use, contact, delivery.locale)
  const { language, template, subject } = style
  const facts = { code, expires_in_minutes: otpExpiryMinutes, subject }
  const message =
    template.kind === "provider"
      ? {
          template: template.id,
          data: { ...facts, purpose, locale: language.tag },
        }
      : {
          template: `customer-registration/${purpose}`,
          content: codeMessage({
            ...facts,
            language,
            template,
            contact,
            use,
            storefront_url: storefrontUrl,
          }),
        }
  return {
    to: destination,
    channel,
    trigger_type: purpose,
    receiver_id: customer_id,
    secret: code,
    ...message,
  }
}
