import type { Contact } from "../contact"
import {
  button,
  emailLayout,
  heading,
  note,
  paragraph,
  plainLink,
} from "./email-layout"
import { fitsOneSms } from "./sms"
import { expiryInWords, type MessageContent, shopHost, webUrl } from "./text"

/** What the notice of a changed contact is made of. */
export type ContactChangedInput = {
  contact: Contact
  /** The new contact, masked. */
  masked_value: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
  /** The link that undoes the change, if it may be undone. */
  undo?: { url: string; hours: number }
}

const SUBJECT = "Your e-mail address was changed"
const SMS_ADVICE = "Not you? Contact the shop at once."
const SMS_PASSWORD = "Then set a new password."
const SMS_SHORTEST = `Your phone number was changed. ${SMS_ADVICE}`

/**
 * The notice that goes to a customer's old contact after a change. It names the new one masked, and what to do if it
 * was not them: to use the link that undoes the change or, without one, to contact the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone: one GSM-7 segment, unless the link alone is
 * too long for one
 * @throws Error if the link is no http(s) URL
 * @example contactChangedMessage({ contact: "phone", masked_value: "+12*******53" }).text
 */
export function contactChangedMessage(
  input: ContactChangedInput
): MessageContent {
  const { undo } = input
  const checked = undo && { ...undo, url: webUrl(undo.url) }
  return MESSAGES[input.contact]({ ...input, undo: checked })
}

const MESSAGES: Record<
  Contact,
  (input: ContactChangedInput) => MessageContent
> = { email: emailMessage, phone: smsMessage }

function smsMessage(input: ContactChangedInput): MessageContent {
  const texts = input.undo
    ? smsTextsWithLink(input.masked_value, input.undo.url)
    : smsTextsOf(input)
  return { text: texts.find(fitsOneSms) ?? texts.at(-1) ?? SMS_SHORTEST }
}

// From the longest to the shortest. The link names the shop.
function smsTextsWithLink(masked_value: string, url: string): string[] {
  return [
    `Your phone number was changed to ${masked_value}. Not you? Undo it: ${url}`,
    `Your phone number was changed. Not you? Undo it: ${url}`,
    `Number changed. Not you? Undo: ${url}`,
  ]
}

// From the longest to the shortest.
function smsTextsOf({
  masked_value,
  storefront_url,
}: ContactChangedInput): string[] {
  const host = shopHost(storefront_url)
  const change = `was changed to ${masked_value}. ${SMS_ADVICE}`
  const named = `Your phone number on ${host} ${change}`
  const unnamed = `Your phone number ${change}`
  return [
    ...(host ? [`${named} ${SMS_PASSWORD}`, named] : []),
    `${unnamed} ${SMS_PASSWORD}`,
    unnamed,
    SMS_SHORTEST,
  ]
}

function emailMessage(input: ContactChangedInput): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const { greeting, change, advice, calm, footer } = emailWordsOf(
    input,
    shop_host
  )
  const url = input.undo?.url
  return {
    subject: SUBJECT,
    html: emailLayout({
      title: SUBJECT,
      preheader: change,
      shop_host,
      blocks: [
        heading(SUBJECT),
        paragraph(greeting),
        paragraph(change),
        paragraph(advice),
        ...(url ? [button("Undo the change", url)] : []),
        note(calm),
        ...(url
          ? [
              note("The button does not work? Then copy this link:"),
              plainLink(url),
            ]
          : []),
      ],
      footer,
    }),
    text: `${[greeting, change, advice, url, calm, `-- \n${footer}`].filter(Boolean).join("\n\n")}\n`,
  }
}

function emailWordsOf(
  { masked_value, undo }: ContactChangedInput,
  shop_host: string | undefined
) {
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  return {
    greeting: "Hello,",
    change: `The e-mail address of your account ${place} was changed to ${masked_value}.`,
    // A reset mail is no way out: it would go to the new address by now.
    advice: undo
      ? `That was not you? Then somebody else can use your account. This link puts your address back, ends every login and voids the password; then set a new one. It works once, within ${expiryInWords(undo.hours * 60)}:`
      : "That was not you? Then somebody else can use your account: contact the shop at once. If you can still log in, change your password too.",
    calm: "That was you? Then there is nothing to do.",
    footer: `Sent automatically because this was the address of an account ${place}.`,
  }
}

/** The link of the notice. It is built from the configured storefront alone, never from a request's host. */
export function undoUrl(storefrontUrl: string, token: string): string {
  return `${storefrontUrl.replace(/\/+$/, "")}/undo-contact-change?token=${token}`
}
