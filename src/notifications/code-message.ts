import type { Contact } from "../contact"
import {
  CODE_WORDS,
  type CodeEmail,
  codeEmailHtml,
  codeEmailText,
  type CodeUse,
} from "./code-email"
import { codeSms, withOriginBoundLine } from "./sms"
import { renderTemplate, type Template, type TemplateValues } from "./template"
import {
  expiryInWords,
  type MessageContent,
  shopHost,
  singleLine,
} from "./text"

/** What a message with a one-time code is made of. */
export type CodeMessageInput = {
  /** Where it goes: an e-mail, or a text message to a phone. */
  contact: Contact
  /** What the code is for. Default: `verification`. */
  use?: CodeUse
  code: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
  /** Only e-mails have one. Default: that of the use, such as "Your verification code". */
  subject?: string
  /** The plugin's own message, or a file of the store; a provider renders its own. */
  template: Exclude<Template, { kind: "provider" }>
}

/**
 * The message that carries a one-time code: the plugin's own, or the store's file.
 *
 * A file may show `code`, `expires_in` (such as "15 minutes"), `expires_in_minutes`, `shop_host`, `storefront_url` and,
 * in an e-mail only, `subject`.
 *
 * @returns `subject`, `text` and mostly `html` for an e-mail, only `text` for a phone
 * @example
 * codeMessage({ contact: "phone", code: "482917", expires_in_minutes: 15, template: { kind: "default" } })
 * // { text: "482917 is your verification code. It expires in 15 minutes. Never share it." }
 */
export function codeMessage(input: CodeMessageInput): MessageContent {
  return MESSAGES[input.contact](input)
}

const MESSAGES: Record<Contact, (input: CodeMessageInput) => MessageContent> = {
  email: emailMessage,
  phone: smsMessage,
}

function smsMessage(input: CodeMessageInput): MessageContent {
  const { use, code, expires_in_minutes, template } = input
  const shop_host = shopHost(input.storefront_url)
  if (template.kind === "default") {
    return { text: codeSms({ use, code, expires_in_minutes, shop_host }) }
  }
  const rendered = renderTemplate(template.source, "text", commonValues(input))
  const text = rendered.replace(/\r\n?/g, "\n").trim()
  return { text: withOriginBoundLine(text, { code, shop_host }) }
}

function emailMessage(input: CodeMessageInput): MessageContent {
  const { use = "verification" } = input
  const email: CodeEmail = {
    use,
    subject: singleLine(input.subject ?? "") || CODE_WORDS[use].subject,
    code: input.code,
    expires_in_minutes: input.expires_in_minutes,
    shop_host: shopHost(input.storefront_url),
  }
  const { subject } = email
  const { template } = input
  if (template.kind === "default") {
    return { subject, html: codeEmailHtml(email), text: codeEmailText(email) }
  }
  const values = { ...commonValues(input), subject }
  const rendered = renderTemplate(template.source, template.format, values)
  return template.format === "html"
    ? { subject, html: rendered, text: codeEmailText(email) }
    : { subject, text: rendered }
}

function commonValues(input: CodeMessageInput): TemplateValues {
  return {
    code: input.code,
    expires_in: expiryInWords(input.expires_in_minutes),
    expires_in_minutes: input.expires_in_minutes,
    shop_host: shopHost(input.storefront_url),
    storefront_url: input.storefront_url,
  }
}
