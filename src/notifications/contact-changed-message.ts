import type { Contact } from "../contact"
import {
  button,
  emailLayout,
  heading,
  note,
  paragraph,
  plainLink,
} from "./email-layout"
import {
  languageOf,
  type MessageStyle,
  styledEmail,
  styledSms,
  subjectOf,
} from "./message-style"
import { durationIn, placeIn } from "./phrases"
import { cheapestSms } from "./sms"
import type { TemplateValues } from "./template"
import { type MessageContent, shopHost, webUrl } from "./text"

/** What the notice of a changed contact is made of. */
export type ContactChangedInput = MessageStyle & {
  contact: Contact
  /** The contact that the notice goes to; left out, the old value of the changed one. */
  reached?: Contact
  /** Whether the customer had no such contact before. */
  added?: boolean
  /** The new contact, masked. */
  masked_value: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
  /** The link that undoes the change, if it may be undone. */
  undo?: { url: string; hours: number }
}

/**
 * The notice that goes to a customer's old contact after a change, and to their other one if that is proven. It names the
 * new contact masked, and what to do if it was not them: to use the link that undoes the change or, without one, to
 * contact the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone: one segment, unless the link alone is too
 * long for one
 * @throws Error if the link is no http(s) URL
 * @example contactChangedMessage({ contact: "phone", masked_value: "+12*******53" }).text
 */
export function contactChangedMessage(
  input: ContactChangedInput
): MessageContent {
  const { undo, reached = input.contact } = input
  const checked = { ...input, undo: undo && { ...undo, url: webUrl(undo.url) } }
  const values = contactChangedValues(checked)
  return reached === "email"
    ? styledEmail(input, emailMessage(checked), values)
    : { text: styledSms(input, () => smsText(checked), values) }
}

/** What a template of such a message may show. */
export function contactChangedValues(
  input: ContactChangedInput
): TemplateValues {
  const { contact, added, masked_value, storefront_url, undo } = input
  return {
    contact,
    masked_value,
    added: added ? "yes" : undefined,
    undo_url: undo?.url,
    undo_hours: undo?.hours,
    undo_within: undo && durationIn(languageOf(input), undo.hours * 60),
    shop_host: shopHost(storefront_url),
    storefront_url,
  }
}

function smsText(input: ContactChangedInput): string {
  const texts = input.undo
    ? smsTextsWithLink(input, input.undo.url)
    : smsTextsOf(input)
  return cheapestSms(texts, languageOf(input).gsm7)
}

// From the longest to the shortest. The link names the shop.
function smsTextsWithLink(
  input: ContactChangedInput,
  undo_url: string
): string[] {
  const language = languageOf(input)
  const { contact, masked_value } = input
  const key = kindOf(input)
  const undo = language.say("contact_changed.sms.undo", { undo_url })
  return [
    `${language.say(`${key}.sms`, { contact, masked_value })} ${undo}`,
    `${language.say(`${key}.sms.unnamed`, { contact })} ${undo}`,
    `${language.say(`${key}.sms.short`, { contact })} ${language.say("contact_changed.sms.undo_short", { undo_url })}`,
  ]
}

// From the longest to the shortest.
function smsTextsOf(input: ContactChangedInput): string[] {
  const language = languageOf(input)
  const { contact, masked_value } = input
  const key = kindOf(input)
  const facts = { contact, masked_value }
  const shop_host = shopHost(input.storefront_url)
  const advice = language.say("contact_changed.sms.advice")
  const password = language.say("contact_changed.sms.password")
  const changes = [
    ...(shop_host
      ? [language.say(`${key}.sms.shop`, { ...facts, shop_host })]
      : []),
    language.say(`${key}.sms`, facts),
  ]
  return [
    ...changes.flatMap((change) => [
      `${change} ${advice} ${password}`,
      `${change} ${advice}`,
    ]),
    `${language.say(`${key}.sms.unnamed`, { contact })} ${advice}`,
    `${language.say(`${key}.sms.short`, { contact })} ${advice}`,
  ]
}

function kindOf({ added }: ContactChangedInput) {
  return added ? "contact_added" : "contact_changed"
}

function emailMessage(input: ContactChangedInput): MessageContent {
  const language = languageOf(input)
  const shop_host = shopHost(input.storefront_url)
  const { contact } = input
  const title = language.say(`${kindOf(input)}.subject`, { contact })
  const subject = subjectOf(input, title)
  const { greeting, change, advice, calm, footer } = emailWordsOf(
    input,
    placeIn(language, shop_host)
  )
  const url = input.undo?.url
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
        ...(url ? [button(language.say("contact_changed.button"), url)] : []),
        note(calm),
        ...(url ? [note(language.say("link.copy")), plainLink(url)] : []),
      ],
      footer,
    }),
    text: `${[greeting, change, advice, url, calm, `-- \n${footer}`].filter(Boolean).join("\n\n")}\n`,
  }
}

function emailWordsOf(input: ContactChangedInput, place: string) {
  const { contact, reached = contact, masked_value, undo } = input
  const language = languageOf(input)
  const isOwn = reached === contact
  const facts = { contact, masked_value, place }
  return {
    greeting: language.say("greeting"),
    change: language.say(`${kindOf(input)}.change`, facts),
    // A reset mail is no way out: it would go to the new address by now.
    advice: undo
      ? language.say("contact_changed.undo", {
          own: isOwn ? "yes" : "no",
          duration: durationIn(language, undo.hours * 60),
        })
      : language.say("contact_changed.advice"),
    calm: language.say("contact_changed.calm"),
    footer: language.say(isOwn ? "footer.former" : "footer.account", { place }),
  }
}
