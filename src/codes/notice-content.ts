import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type {
  ChosenStyle,
  MessageContent,
  MessageKind,
  MessageStyle,
} from "../notifications"
import type { OutgoingMessage } from "./deliver-message"

/** What one kind of notice says, and what a template of it may show. */
type Notice<Facts> = {
  message: (facts: Facts & MessageStyle) => MessageContent
  values: (facts: Facts & MessageStyle) => object
}

/**
 * A notice as `deliverMessage` takes it: rendered, in `content`, which is not stored; or as `data` for the provider's own
 * template, which Medusa stores with the notification.
 *
 * @example noticeContent(container, "contact_restored", style, { contact }, { message, values })
 */
export function noticeContent<Facts extends object>(
  container: MedusaContainer,
  kind: MessageKind,
  { language, template, subject }: ChosenStyle,
  facts: Facts,
  notice: Notice<Facts & { storefront_url?: string }>
): Pick<OutgoingMessage, "template" | "content" | "data"> {
  const { storefrontUrl: storefront_url } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  const input = { ...facts, storefront_url, language, subject }
  return template.kind === "provider"
    ? {
        template: template.id,
        data: { ...notice.values(input), subject, locale: language.tag },
      }
    : {
        template: `customer-registration/${kind}`,
        content: notice.message({ ...input, template }),
      }
}
