import { heading, note, paragraph } from "./email-blocks"
import { emailLayout } from "./email-layout"
import { gsm7Length, SMS_SEPTETS } from "./gsm7-length"
import type { MessageContent } from "./message-content"
import { shopHost } from "./shop-host"

/** What the notice of a changed contact is made of. */
export type ContactChangedInput = {
  contact: "email" | "phone"
  /** The new contact, masked. */
  masked_value: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

/**
 * The notice that goes to a customer's old contact after a change. It names the new one masked, and what to do if it
 * was not them; it carries no link, for there is nothing to click in a warning.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` (one GSM-7 segment) for a phone
 * @example contactChangedMessage({ contact: "phone", masked_value: "+12*******53" }).text
 */
export function contactChangedMessage(
  input: ContactChangedInput
): MessageContent {
  return input.contact === "phone" ? smsMessage(input) : emailMessage(input)
}

function smsMessage({
  masked_value,
  storefront_url,
}: ContactChangedInput): MessageContent {
  const host = shopHost(storefront_url)
  const change = `was changed to ${masked_value}.`
  const advice = "Not you? Contact the shop at once."
  const texts = [
    ...(host ? [`Your phone for ${host} ${change} ${advice}`] : []),
    `Your phone number ${change} ${advice}`,
  ]
  const text = texts.find((option) => gsm7Length(option) <= SMS_SEPTETS)
  return { text: text ?? advice }
}

function emailMessage(input: ContactChangedInput): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const subject = "Your e-mail address was changed"
  const change = `The e-mail address of your account ${place} was changed to ${input.masked_value}.`
  const advice =
    "That was not you? Then somebody else has your password or your session: contact the shop at once."
  const calm = "That was you? Then there is nothing to do."
  const footer = `Sent automatically because this was the address of an account ${place}.`
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: `It is now ${input.masked_value}.`,
      shop_host,
      blocks: [
        heading(subject),
        paragraph(change),
        paragraph(advice),
        note(calm),
      ],
      footer,
    }),
    text: `${["Hello,", change, advice, calm, `-- \n${footer}`].join("\n\n")}\n`,
  }
}
