import type { Contact } from "../contact"
import { emailLayout, heading, note, paragraph } from "./email-layout"
import { fitsOneSms } from "./sms"
import { type MessageContent, shopHost } from "./text"

/** What the notice of an undone contact change is made of. */
export type ContactRestoredInput = {
  contact: Contact
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

const SUBJECT = "Your e-mail address was removed from an account"

/**
 * The notice that goes to a customer's new contact after its owner has undone the change. It names no contact and has
 * no link.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` (one GSM-7 segment) for a phone
 * @example contactRestoredMessage({ contact: "phone" }).text
 */
export function contactRestoredMessage({
  contact,
  storefront_url,
}: ContactRestoredInput): MessageContent {
  const host = shopHost(storefront_url)
  if (contact === "email") {
    return emailMessage(host)
  }
  const named = smsText(`on ${host}`)
  return { text: host && fitsOneSms(named) ? named : smsText("in our shop") }
}

function smsText(place: string): string {
  return `The account ${place} is no longer by this phone number: the change was undone by its owner. Was that wrong? Contact the shop.`
}

function emailMessage(shop_host: string | undefined): MessageContent {
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const words = {
    greeting: "Hello,",
    change: `The change of an account ${place} to this e-mail address was undone by its owner.`,
    effect: "This address opens the account no more.",
    calm: "Was that wrong? Contact the shop.",
  }
  const footer = `Sent automatically because this was the address of an account ${place}.`
  const { greeting, change, effect, calm } = words
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
        paragraph(effect),
        note(calm),
      ],
      footer,
    }),
    text: `${[...Object.values(words), `-- \n${footer}`].join("\n\n")}\n`,
  }
}
