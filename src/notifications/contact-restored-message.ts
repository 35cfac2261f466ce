import type { Contact } from "../contact"
import { emailLayout, heading, note, paragraph } from "./email-layout"
import {
  languageOf,
  type MessageStyle,
  styledEmail,
  styledSms,
  subjectOf,
} from "./message-style"
import { placeIn } from "./phrases"
import { cheapestSms } from "./sms"
import type { TemplateValues } from "./template"
import { type MessageContent, shopHost } from "./text"

/** What the notice of an undone contact change is made of. */
export type ContactRestoredInput = MessageStyle & {
  contact: Contact
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The notice that goes to a customer's new contact after its owner has undone the change. It names no contact and has
 * no link.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` (one segment) for a phone
 * @example contactRestoredMessage({ contact: "phone" }).text
 */
export function contactRestoredMessage(
  input: ContactRestoredInput
): MessageContent {
  const host = shopHost(input.storefront_url)
  const values = contactRestoredValues(input)
  return input.contact === "email"
    ? styledEmail(input, emailMessage(input, host), values)
    : { text: styledSms(input, () => smsText(input, host), values) }
}

/** What a template of such a message may show. */
export function contactRestoredValues({
  contact,
  storefront_url,
}: ContactRestoredInput): TemplateValues {
  return { contact, shop_host: shopHost(storefront_url), storefront_url }
}

function smsText(style: MessageStyle, host: string | undefined): string {
  const language = languageOf(style)
  const texts = [...(host ? [host] : []), undefined].map((shop_host) =>
    language.say("contact_restored.sms", {
      place: placeIn(language, shop_host),
    })
  )
  const short = language.say("contact_restored.sms.short")
  return cheapestSms([...texts, short], language.gsm7)
}

function emailMessage(
  style: MessageStyle,
  shop_host: string | undefined
): MessageContent {
  const language = languageOf(style)
  const place = placeIn(language, shop_host)
  const title = language.say("contact_restored.subject")
  const subject = subjectOf(style, title)
  const words = {
    greeting: language.say("greeting"),
    change: language.say("contact_restored.change", { place }),
    effect: language.say("contact_restored.effect"),
    calm: language.say("contact_restored.calm"),
  }
  const footer = language.say("footer.former", { place })
  const { greeting, change, effect, calm } = words
  return {
    subject,
    html: emailLayout({
      language,
      title: subject,
      preheader: change,
      shop_host,
      blocks: [
        heading(title),
        paragraph(greeting),
        paragraph(change),
        paragraph(effect),
        note(calm),
      ],
      footer,
    }),
    text: `${[...Object.values(words), `-- \n${footer}`].join("\n\n")}\n`,
  }
}
