import type { Contact } from "../contact"
import { emailLayout, heading, note, paragraph } from "./email-layout"
import { fitsOneSms } from "./sms"
import type { MessageContent } from "./message-content"
import { shopHost } from "./text"

/** What the notice of a changed contact is made of. */
export type ContactChangedInput = {
  contact: Contact
  /** The new contact, masked. */
  masked_value: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

const SUBJECT = "Your e-mail address was changed"
const SMS_ADVICE = "Not you? Contact the shop at once."
const SMS_PASSWORD = "Then set a new password."
const SMS_SHORTEST = `Your phone number was changed. ${SMS_ADVICE}`

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
  return MESSAGES[input.contact](input)
}

const MESSAGES: Record<
  Contact,
  (input: ContactChangedInput) => MessageContent
> = { email: emailMessage, phone: smsMessage }

function smsMessage(input: ContactChangedInput): MessageContent {
  const text = smsTextsOf(input).find(fitsOneSms)
  return { text: text ?? SMS_SHORTEST }
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
  ]
}

function emailMessage(input: ContactChangedInput): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const words = emailWordsOf(input.masked_value, shop_host)
  const { greeting, change, advice, calm, footer } = words
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
        note(calm),
      ],
      footer,
    }),
    text: `${[greeting, change, advice, calm, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function emailWordsOf(masked_value: string, shop_host: string | undefined) {
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  return {
    greeting: "Hello,",
    change: `The e-mail address of your account ${place} was changed to ${masked_value}.`,
    // A reset mail is no way out: it would go to the new address by now.
    advice:
      "That was not you? Then somebody else can use your account: contact the shop at once. If you can still log in, change your password too.",
    calm: "That was you? Then there is nothing to do.",
    footer: `Sent automatically because this was the address of an account ${place}.`,
  }
}
