import type { Contact } from "../contact"
import { emailLayout, heading, paragraph } from "./email-layout"
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

/** What the notice to somebody who had only named a contact is made of. */
export type ContactTakenOffInput = MessageStyle & {
  /** The contact that somebody else has proven. */
  contact: Contact
  /** The same, masked. */
  masked_value: string
  /** The contact that the notice goes to. */
  reached: Contact
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The notice to a customer whose account had a contact that it had not verified and somebody else has.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` (one segment) for a phone
 * @example contactTakenOffMessage({ contact: "phone", masked_value: "+12*******53", reached: "email" }).subject
 */
export function contactTakenOffMessage(
  input: ContactTakenOffInput
): MessageContent {
  const values = contactTakenOffValues(input)
  return input.reached === "email"
    ? styledEmail(input, emailMessage(input), values)
    : { text: styledSms(input, () => smsText(input), values) }
}

/** What a template of such a message may show. */
export function contactTakenOffValues({
  contact,
  masked_value,
  storefront_url,
}: ContactTakenOffInput): TemplateValues {
  const shop_host = shopHost(storefront_url)
  return { contact, masked_value, shop_host, storefront_url }
}

function smsText(input: ContactTakenOffInput): string {
  const { contact, masked_value } = input
  const language = languageOf(input)
  const shop_host = shopHost(input.storefront_url)
  const facts = { contact, masked_value }
  const texts = [
    ...(shop_host
      ? [language.say("contact_taken_off.sms.shop", { ...facts, shop_host })]
      : []),
    language.say("contact_taken_off.sms", facts),
    language.say("contact_taken_off.sms.short"),
  ]
  return cheapestSms(texts, language.gsm7)
}

function emailMessage(input: ContactTakenOffInput): MessageContent {
  const { contact, masked_value } = input
  const language = languageOf(input)
  const shop_host = shopHost(input.storefront_url)
  const place = placeIn(language, shop_host)
  const facts = { contact, masked_value, place }
  const title = language.say("contact_taken_off.subject", { contact })
  const subject = subjectOf(input, title)
  const greeting = language.say("greeting")
  const change = language.say("contact_taken_off.change", facts)
  const advice = language.say("contact_taken_off.advice", { contact })
  const footer = language.say("footer.account", { place })
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
        paragraph(advice),
      ],
      footer,
    }),
    text: `${[greeting, change, advice, `-- \n${footer}`].join("\n\n")}\n`,
  }
}
