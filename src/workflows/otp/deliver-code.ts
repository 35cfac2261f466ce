import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  codeMessage,
  loadTemplate,
  storeRoots,
  type Template,
} from "../../notifications"
import { verificationOf, type Contact, type PluginOptions } from "../../options"

type Delivery = {
  contact: Contact
  destination: string
  code: string
  customer_id: string
}

const templates = new WeakMap<object, Template>()

/**
 * Sends a code through the Notification module. What the plugin renders goes in `content`, which is not stored; a
 * provider's own template needs the code in `data`, which Medusa stores with the notification.
 *
 * @throws whatever the provider throws
 */
export async function deliverCode(
  container: MedusaContainer,
  options: PluginOptions,
  { contact, destination, code, customer_id }: Delivery
): Promise<void> {
  const verification = verificationOf(options, contact)
  if (!verification) {
    throw new Error(`${contact} verification is not configured`)
  }
  const template = templateOf(verification)
  const facts = { code, expires_in_minutes: options.otpExpiryMinutes }
  const message =
    template.kind === "provider"
      ? {
          template: template.id,
          data: { ...facts, subject: verification.subject },
        }
      : {
          template: `customer-registration/${contact}_verification`,
          content: codeMessage({
            ...facts,
            contact,
            template,
            subject: verification.subject,
            storefront_url: options.storefrontUrl,
          }),
        }
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: destination,
    channel: verification.channel,
    trigger_type: `${contact}_verification`,
    receiver_id: customer_id,
    ...message,
  })
}

// A template file is read once, when its first message goes out.
function templateOf(verification: { template?: string }): Template {
  const loaded =
    templates.get(verification) ??
    loadTemplate(verification.template, storeRoots(process.cwd()))
  templates.set(verification, loaded)
  return loaded
}
