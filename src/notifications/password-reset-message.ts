import {
  button,
  emailLayout,
  heading,
  note,
  paragraph,
  plainLink,
} from "./email-layout"
import { renderTemplate, type Template } from "./template"
import {
  expiryInWords,
  type MessageContent,
  shopHost,
  singleLine,
  webUrl,
} from "./text"

/** What the mail with a reset link is made of. */
export type PasswordResetInput = {
  /** An http(s) URL, built from configuration alone. */
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
 * @returns `subject`, `text` and mostly `html`
 * @throws Error if `reset_url` is no http(s) URL, whatever the template
 * @example passwordResetMessage({ reset_url, expires_in_minutes: 15, email, template: { kind: "default" } })
 */
export function passwordResetMessage(
  input: PasswordResetInput
): MessageContent {
  const { template } = input
  const subject = singleLine(input.subject ?? "") || DEFAULT_SUBJECT
  const reset_url = webUrl(input.reset_url)
  const own = ownMessage({ ...input, reset_url, subject })
  if (template.kind === "default") {
    return own
  }
  const rendered = renderTemplate(template.source, template.format, {
    reset_url,
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

type OwnMessage = Omit<PasswordResetInput, "template"> & { subject: string }

function ownMessage(input: OwnMessage): MessageContent {
  const { subject, reset_url } = input
  const shop_host = shopHost(input.storefront_url)
  const words = wordsOf(input.expires_in_minutes, shop_host)
  const { greeting, purpose, invitation, expiry, repudiation, footer } = words
  const request = `${purpose} ${invitation}`
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: purpose,
      shop_host,
      blocks: [
        heading("Set a new password"),
        paragraph(greeting),
        paragraph(request),
        button("Set a new password", reset_url),
        paragraph(expiry),
        note(repudiation),
        note("The button does not work? Then copy this link:"),
        plainLink(reset_url),
      ],
      footer,
    }),
    text: `${[greeting, request, reset_url, expiry, repudiation, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function wordsOf(expires_in_minutes: number, shop_host: string | undefined) {
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  return {
    greeting: "Hello,",
    purpose: `Somebody asked to set a new password for your account ${place}.`,
    invitation: "If it was you, use this link:",
    expiry: `It expires in ${expiryInWords(expires_in_minutes)} and works once.`,
    repudiation:
      "You did not ask for it? Then ignore this message: your password stays as it is.",
    footer: `Sent automatically because this address was entered ${place}.`,
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
