import type { Contact } from "../contact"
import { codeBox, emailLayout, heading, note, paragraph } from "./email-layout"
import type { Language } from "./language"
import {
  languageOf,
  type MessageStyle,
  styledEmail,
  styledSms,
  subjectOf,
} from "./message-style"
import { durationIn, placeIn } from "./phrases"
import { cheapestSms, withOriginBoundLine } from "./sms"
import type { TemplateValues } from "./template"
import { type MessageContent, shopHost } from "./text"

/** What a code may be for, as far as its message says another thing: each has sentences in `languages`. */
export const CODE_USES = [
  "verification",
  "login",
  "account_deletion_request",
  "account_deletion_cancel",
] as const

/** What a code is for, as far as its message says another thing. */
export type CodeUse = (typeof CODE_USES)[number]

/** What a message with a one-time code is made of. */
export type CodeMessageInput = MessageStyle & {
  /** Where it goes: an e-mail, or a text message to a phone. */
  contact: Contact
  /** What the code is for. Default: `verification`. */
  use?: CodeUse
  code: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The message that carries a one-time code: the plugin's own, or the store's file.
 *
 * @returns `subject`, `text` and mostly `html` for an e-mail, only `text` for a phone
 * @example
 * codeMessage({ contact: "phone", code: "482917", expires_in_minutes: 15 })
 * // { text: "482917 is your verification code. It expires in 15 minutes. Never share it." }
 */
export function codeMessage(input: CodeMessageInput): MessageContent {
  const values = codeValues(input)
  if (input.contact === "email") {
    return styledEmail(input, emailMessage(input), values)
  }
  const { code } = input
  const shop_host = shopHost(input.storefront_url)
  const text = styledSms(input, () => codeSms(input, shop_host), values)
  return {
    text:
      input.template?.kind === "file"
        ? withOriginBoundLine(text, { code, shop_host })
        : text,
  }
}

/** What a template of such a message may show. */
export function codeValues(input: CodeMessageInput): TemplateValues {
  const { code, expires_in_minutes, storefront_url } = input
  return {
    code,
    expires_in: durationIn(languageOf(input), expires_in_minutes),
    expires_in_minutes,
    shop_host: shopHost(storefront_url),
    storefront_url,
  }
}

function emailMessage(input: CodeMessageInput): MessageContent {
  const language = languageOf(input)
  const { use = "verification", code } = input
  const shop_host = shopHost(input.storefront_url)
  const title = language.say(`${use}.subject`)
  const subject = subjectOf(input, title)
  const { greeting, purpose, expiry, secrecy, repudiation, footer } = wordsOf(
    language,
    input,
    placeIn(language, shop_host)
  )
  return {
    subject,
    html: emailLayout({
      language,
      title: subject,
      preheader: purpose,
      shop_host,
      blocks: [
        heading(title),
        paragraph(greeting),
        paragraph(purpose),
        codeBox(code),
        paragraph(expiry),
        note(secrecy),
        note(repudiation),
      ],
      footer,
    }),
    text: `${[greeting, purpose, code, expiry, secrecy, repudiation, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function wordsOf(
  language: Language,
  { use = "verification", expires_in_minutes }: CodeMessageInput,
  place: string
) {
  const duration = durationIn(language, expires_in_minutes)
  return {
    greeting: language.say("greeting"),
    purpose: language.say(`${use}.purpose`, { place }),
    expiry: language.say("code.expiry", { duration }),
    secrecy: language.say("code.secrecy"),
    repudiation: language.say(`${use}.repudiation`),
    footer: language.say("footer.entered", { place }),
  }
}

/**
 * The plugin's own code text message: one segment, so that a send costs one message. For a long host it drops sentences
 * first, and the origin-bound line only if that does not fit behind the bare code.
 */
function codeSms(input: CodeMessageInput, shop_host?: string): string {
  const language = languageOf(input)
  const { code } = input
  const bodies = bodiesOf(language, input, shop_host)
  const texts = shop_host
    ? bodies.map((body) => withOriginBoundLine(body, { code, shop_host }))
    : []
  return cheapestSms([...texts, ...bodies], language.gsm7)
}

// From the longest to the shortest.
function bodiesOf(
  language: Language,
  { use = "verification", code, expires_in_minutes }: CodeMessageInput,
  shop_host?: string
): string[] {
  const unnamed = language.say(`${use}.sms`, { code })
  const named = shop_host
    ? [language.say(`${use}.sms.shop`, { code, shop_host })]
    : []
  const duration = durationIn(language, expires_in_minutes)
  const expiry = language.say("code.sms.expiry", { duration })
  const secrecy = language.say("code.sms.secrecy")
  return [
    ...[...named, unnamed].map((body) => `${body} ${expiry} ${secrecy}`),
    `${unnamed} ${secrecy}`,
    unnamed,
    code,
  ]
}
