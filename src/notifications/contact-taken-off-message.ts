import type { Contact } from "../contact"
import { emailLayout, heading, paragraph } from "./email-layout"
import { fitsOneSms } from "./sms"
import { type MessageContent, shopHost } from "./text"

/** What the notice to somebody who had only named a contact is made of. */
export type ContactTakenOffInput = {
  /** The contact that somebody else has proven. */
  contact: Contact
  /** The same, masked. */
  masked_value: string
  /** The contact that the notice goes to. */
  reached: Contact
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

const NAMES: Record<Contact, string> = {
  email: "e-mail address",
  phone: "phone number",
}

/**
 * The notice to a customer whose account had a contact that it had not verified and somebody else has.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` (one GSM-7 segment) for a phone
 * @example contactTakenOffMessage({ contact: "phone", masked_value: "+12*******53", reached: "email" }).subject
 */
export function contactTakenOffMessage(
  input: ContactTakenOffInput
): MessageContent {
  return input.reached === "email" ? emailMessage(input) : smsMessage(input)
}

function smsMessage({
  contact,
  masked_value,
  storefront_url,
}: ContactTakenOffInput): MessageContent {
  const host = shopHost(storefront_url)
  const removed = `The ${NAMES[contact]} ${masked_value} was removed from your account`
  const reason = "somebody else has verified it."
  const texts = [
    ...(host ? [`${removed} on ${host}: ${reason}`] : []),
    `${removed}: ${reason}`,
  ]
  return { text: texts.find(fitsOneSms) ?? `Your account: ${reason}` }
}

function emailMessage({
  contact,
  masked_value,
  storefront_url,
}: ContactTakenOffInput): MessageContent {
  const shop_host = shopHost(storefront_url)
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const name = NAMES[contact]
  const title = `The ${name} of your account was removed`
  const change = `Your account ${place} named the ${name} ${masked_value}, which you had not verified. Somebody else has verified it now, so it is not on your account any more.`
  const advice = `It is yours? Then nobody but you can have read the code that was sent there: contact the shop. Else enter another ${name} in your account, and verify it.`
  const footer = `Sent automatically because this is the address of an account ${place}.`
  return {
    subject: title,
    html: emailLayout({
      title,
      preheader: change,
      shop_host,
      blocks: [
        heading(title),
        paragraph("Hello,"),
        paragraph(change),
        paragraph(advice),
      ],
      footer,
    }),
    text: `${["Hello,", change, advice, `-- \n${footer}`].join("\n\n")}\n`,
  }
}
