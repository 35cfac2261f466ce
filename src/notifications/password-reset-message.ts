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
  subjectOf,
} from "./message-style"
import { durationIn, placeIn } from "./phrases"
import type { TemplateValues } from "./template"
import { type MessageContent, shopHost, webUrl } from "./text"

/** What the mail with a reset link is made of. */
export type PasswordResetInput = MessageStyle & {
  /** An http(s) URL, built from configuration alone. */
  reset_url: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  /** The e-mail that it goes to. */
  email: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The mail with the link to set a new password: the plugin's own, or the store's file.
 *
 * @returns `subject`, `text` and mostly `html`
 * @throws Error if `reset_url` is no http(s) URL, whatever the template
 * @example passwordResetMessage({ reset_url, expires_in_minutes: 15, email })
 */
export function passwordResetMessage(
  input: PasswordResetInput
): MessageContent {
  const checked = { ...input, reset_url: webUrl(input.reset_url) }
  return styledEmail(input, ownMessage(checked), passwordResetValues(checked))
}

/** What a template of such a message may show. */
export function passwordResetValues(input: PasswordResetInput): TemplateValues {
  const { reset_url, expires_in_minutes, email, storefront_url } = input
  return {
    reset_url,
    email,
    expires_in: durationIn(languageOf(input), expires_in_minutes),
    expires_in_minutes,
    shop_host: shopHost(storefront_url),
    storefront_url,
  }
}

function ownMessage(input: PasswordResetInput): MessageContent {
  const { reset_url } = input
  const language = languageOf(input)
  const subject = subjectOf(input, language.say("password_reset.subject"))
  const shop_host = shopHost(input.storefront_url)
  const { greeting, purpose, invitation, expiry, repudiation, footer } =
    wordsOf(input, placeIn(language, shop_host))
  const request = `${purpose} ${invitation}`
  return {
    subject,
    html: emailLayout({
      language,
      title: subject,
      preheader: purpose,
      shop_host,
      blocks: [
        heading(language.say("password_reset.heading")),
        paragraph(greeting),
        paragraph(request),
        button(language.say("password_reset.button"), reset_url),
        paragraph(expiry),
        note(repudiation),
        note(language.say("link.copy")),
        plainLink(reset_url),
      ],
      footer,
    }),
    text: `${[greeting, request, reset_url, expiry, repudiation, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function wordsOf(input: PasswordResetInput, place: string) {
  const language = languageOf(input)
  const duration = durationIn(language, input.expires_in_minutes)
  return {
    greeting: language.say("greeting"),
    purpose: language.say("password_reset.purpose", { place }),
    invitation: language.say("password_reset.invitation"),
    expiry: language.say("password_reset.expiry", { duration }),
    repudiation: language.say("password_reset.repudiation"),
    footer: language.say("footer.entered", { place }),
  }
}

/** The link of the mail. It is built from the configured storefront alone, never from a request's host. */
export function resetUrl(
  storefrontUrl: string,
  query: { token: string; email: string }
): string {
  const base = storefrontUrl.replace(/\/+$/, "")
  return `${base}/reset-password?${new URLSearchParams(query).toString()}`
}
