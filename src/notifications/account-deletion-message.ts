import type { Contact } from "../contact"
import { emailLayout, heading, note, paragraph } from "./email-layout"
import type { Language } from "./language"
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

/** What happened to a deletion request. */
export type AccountDeletionEvent = "confirmed" | "cancelled" | "completed"

/** What the notice of an account deletion is made of. */
export type AccountDeletionMessageInput = MessageStyle & {
  contact: Contact
  event: AccountDeletionEvent
  /** When the account is erased; only `confirmed` says it. */
  scheduled_at?: Date
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The message that tells a customer what happened to their account. It carries no link: who wants to keep the account
 * asks for a code in the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone
 * @example accountDeletionMessage({ contact: "email", event: "confirmed", scheduled_at: new Date("2026-11-30") }).subject
 */
export function accountDeletionMessage(
  input: AccountDeletionMessageInput
): MessageContent {
  const values = accountDeletionValues(input)
  return input.contact === "email"
    ? styledEmail(input, emailMessage(input), values)
    : { text: styledSms(input, () => smsText(input), values) }
}

/** What a template of such a message may show. */
export function accountDeletionValues(
  input: AccountDeletionMessageInput
): TemplateValues {
  const { scheduled_at, storefront_url } = input
  return {
    scheduled_at: scheduled_at?.toISOString(),
    scheduled_when: scheduled_at && whenIn(languageOf(input), scheduled_at),
    shop_host: shopHost(storefront_url),
    storefront_url,
  }
}

function whenIn(
  language: Language,
  scheduled_at: Date | undefined,
  key:
    | "account_deletion.when"
    | "account_deletion.sms.when" = "account_deletion.when"
): string {
  return scheduled_at
    ? language.say(key, { scheduled_at })
    : language.say("account_deletion.soon")
}

/** The shop's name is left out where the text would be two messages with it. */
function smsText(input: AccountDeletionMessageInput): string {
  const { event, scheduled_at } = input
  const language = languageOf(input)
  const host = shopHost(input.storefront_url)
  const when = whenIn(language, scheduled_at, "account_deletion.sms.when")
  const places = [...(host ? [host] : []), undefined].map((shop_host) =>
    placeIn(language, shop_host)
  )
  const texts = places.map((place) =>
    language.say(`account_deletion_${event}.sms`, { place, when })
  )
  const short = language.say(`account_deletion_${event}.sms.short`, { when })
  return cheapestSms([...texts, short], language.gsm7)
}

function emailMessage(input: AccountDeletionMessageInput): MessageContent {
  const { event, scheduled_at } = input
  const language = languageOf(input)
  const shop_host = shopHost(input.storefront_url)
  const place = placeIn(language, shop_host)
  const when = whenIn(language, scheduled_at)
  const title = language.say(`account_deletion_${event}.subject`)
  const subject = subjectOf(input, title)
  const greeting = language.say("greeting")
  const notice = language.say(`account_deletion_${event}.notice`, {
    place,
    when,
  })
  const advice = language.say(`account_deletion_${event}.advice`)
  const footer = language.say("footer.account", { place })
  return {
    subject,
    html: emailLayout({
      language,
      title: subject,
      preheader: notice,
      shop_host,
      blocks: [
        heading(title),
        paragraph(greeting),
        paragraph(notice),
        note(advice),
      ],
      footer,
    }),
    text: `${[greeting, notice, advice, `-- \n${footer}`].join("\n\n")}\n`,
  }
}
