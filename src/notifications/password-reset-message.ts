import { button, heading, note, paragraph } from "./email-blocks"
import { emailLayout } from "./email-layout"
import { expiryInWords } from "./expiry-in-words"
import type { Template } from "./load-template"
import type { MessageContent } from "./message-content"
import { renderTemplate } from "./render-template"
import { shopHost } from "./shop-host"
import { singleLine } from "./single-line"

/** What the mail with a reset link is made of. */
export type PasswordResetInput = {
  /** Built from configuration alone. */
  reset_url: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  /** The e-mail that it goes to. */
  email: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
  /** Default: "Reset your password". */
  subject?: string
  /** The plugin's own message, or a file of the store; a provider renders its own. */
  template: Exclude<Template, { kind: "provider" }>
}

const DEFAULT_SUBJECT = "Reset your password"

/**
 * The mail with the link to set a new password: the plugin's own, or the store's file, which may show `reset_url`,
 * `email`, `expires_in`, `expires_in_minutes`, `shop_host`, `storefront_url` and `subject`.
 *
 * @example passwordResetMessage({ reset_url, expires_in_minutes: 15, email, template: { kind: "default" } })
 */
export function passwordResetMessage(
  input: PasswordResetInput
): MessageContent {
  const { template } = input
  const subject = singleLine(input.subject ?? "") || DEFAULT_SUBJECT
  const own = ownMessage(input, subject)
  if (template.kind === "default") {
    return own
  }
  const rendered = renderTemplate(template.source, template.format, {
    reset_url: input.reset_url,
    email: input.email,
    expires_in: expiryInWords(input.expires_in_minutes),
    expires_in_minutes: input.expires_in_minutes,
    shop_host: shopHost(input.storefront_url),
    storefront_url: input.storefront_url,
    subject,
  })
  return template.format === "html"
    ? { ...own, html: rendered }
    : { subject, text: rendered }
}

function ownMessage(
  { reset_url, expires_in_minutes, storefront_url }: PasswordResetInput,
  subject: string
): MessageContent {
  const shop_host = shopHost(storefront_url)
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const purpose = `Somebody asked to set a new password for your account ${place}. If it was you, use this link:`
  const expiry = `It works once, and expires in ${expiryInWords(expires_in_minutes)}.`
  const repudiation =
    "You did not ask for it? Then ignore this message: your password stays as it is."
  const footer = `Sent automatically because this address was entered ${place}.`
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: expiry,
      shop_host,
      blocks: [
        heading("Set a new password"),
        paragraph(purpose),
        button("Set a new password", reset_url),
        paragraph(expiry),
        note(repudiation),
        note(`The button does not work? Copy this link: ${reset_url}`),
      ],
      footer,
    }),
    text: `${["Hello,", purpose, reset_url, expiry, repudiation, `-- \n${footer}`].join("\n\n")}\n`,
  }
}
