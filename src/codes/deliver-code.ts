import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { OtpPurpose } from "../modules/otp-verification"
import { codeMessage } from "../notifications"
import { verificationOf, type Contact } from "../options"
import { codeStyle } from "./code-style"

/** A code on its way. */
export type Delivery = {
  purpose: OtpPurpose
  contact: Contact
  destination: string
  code: string
  /** Whose code it is, if that is known: so its notification is found when they leave. */
  customer_id?: string
}

/**
 * Sends a code through the Notification module. What the plugin renders goes in `content`, which is not stored; a
 * provider's own template needs the code in `data`, which Medusa stores with the notification.
 *
 * @throws whatever the provider throws
 */
export async function deliverCode(
  container: MedusaContainer,
  { purpose, contact, destination, code, customer_id }: Delivery
): Promise<void> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const verification = verificationOf(options, contact)
  if (!verification) {
    throw new Error(`${contact} verification is not configured`)
  }
  const { use, template, subject } = codeStyle(options, purpose, contact)
  const facts = { code, expires_in_minutes: options.otpExpiryMinutes }
  const message =
    template.kind === "provider"
      ? {
          template: template.id,
          data: { ...facts, purpose, subject },
        }
      : {
          template: `customer-registration/${purpose}`,
          content: codeMessage({
            ...facts,
            contact,
            use,
            template,
            subject,
            storefront_url: options.storefrontUrl,
          }),
        }
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: destination,
    channel: verification.channel,
    trigger_type: purpose,
    receiver_id: customer_id,
    ...message,
  })
}
