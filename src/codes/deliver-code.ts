import type { MedusaContainer } from "@medusajs/framework/types"
import { CONTACT_KINDS, type Contact } from "../contact"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerRegistrationModuleService,
} from "../modules/customer-registration"
import type { OwnShare } from "../modules/otp-verification"
import { codeMessage, type CodeUse, type Template } from "../notifications"
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
  { purpose, contact, destination, channel, code, customer_id }: Delivery
): OutgoingMessage {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const { otpExpiryMinutes, storefrontUrl } = registration.getOptions()
  const { use, template, subject } = styleOf(registration, purpose, contact)
  const facts = { code, expires_in_minutes: otpExpiryMinutes, subject }
  const message =
    template.kind === "provider"
      ? { template: template.id, data: { ...facts, purpose } }
      : {
          template: `customer-registration/${purpose}`,
          content: codeMessage({
            ...facts,
            contact,
            use,
            template,
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

type CodeStyle = { use: CodeUse; template: Template; subject?: string }

/** What the message of a purpose says, with which template and subject. */
function styleOf(
  registration: CustomerRegistrationModuleService,
  purpose: OtpPurpose,
  contact: Contact
): CodeStyle {
  const { words: use, email_block } = PURPOSES[purpose]
  const { text_message } = CONTACT_KINDS[contact]
  const ofContact = `${contact}_verification` as const
  const name = (text_message ? null : email_block) ?? ofContact
  const template = registration.getTemplate(name)
  // A store's file for text messages speaks of a verification code.
  const ofOtherUse = email_block && name === ofContact
  if (ofOtherUse && template.kind === "file") {
    return { use, template: { kind: "default" } }
  }
  const block = registration.getOptions()[name]
  const subject = block && "subject" in block ? block.subject : undefined
  return { use, template, subject }
}
