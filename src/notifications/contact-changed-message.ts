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
  /** The contact that the notice goes to; left out, the old value of the changed one. */
  reached?: Contact
  /** Whether the customer had no such contact before. */
  added?: boolean
  /** The new contact, masked. */
  masked_value: string
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
  /** The link that undoes the change, if it may be undone. */
  undo?: { url: string; hours: number }
}

const NAMES: Record<Contact, { name: string; a: string; short: string }> = {
  email: { name: "e-mail address", a: "An", short: "E-mail" },
  phone: { name: "phone number", a: "A", short: "Number" },
}
const SMS_ADVICE = "Not you? Contact the shop at once."
const SMS_PASSWORD = "Then set a new password."

/**
 * The notice that goes to a customer's old contact after a change, and to their other one if that is proven. It names the
 * new contact masked, and what to do if it was not them: to use the link that undoes the change or, without one, to
 * contact the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone: one GSM-7 segment, unless the link alone is
 * too long for one
 * @throws Error if the link is no http(s) URL
 * @example contactChangedMessage({ contact: "phone", masked_value: "+12*******53" }).text
 */
export function contactChangedMessage(
  input: ContactChangedInput
): MessageContent {
  const { undo, reached = input.contact } = input
  const checked = undo && { ...undo, url: webUrl(undo.url) }
  return MESSAGES[reached]({ ...input, undo: checked })
}

const MESSAGES: Record<
  Contact,
  (input: ContactChangedInput) => MessageContent
> = { email: emailMessage, phone: smsMessage }

function smsMessage(input: ContactChangedInput): MessageContent {
  const texts = input.undo
    ? smsTextsWithLink(input, input.undo.url)
    : smsTextsOf(input)
  return { text: texts.find(fitsOneSms) ?? texts.at(-1) ?? SMS_ADVICE }
}

// From the longest to the shortest. The link names the shop.
function smsTextsWithLink(input: ContactChangedInput, url: string): string[] {
  const { short } = NAMES[input.contact]
  const undo = `Not you? Undo it: ${url}`
  return [
    `${changeIn(input, "")} ${undo}`,
    `${subjectOf(input)}. ${undo}`,
    `${short} ${input.added ? "added" : "changed"}. Not you? Undo: ${url}`,
  ]
}

// From the longest to the shortest.
function smsTextsOf(input: ContactChangedInput): string[] {
  const host = shopHost(input.storefront_url)
  const named = `${changeIn(input, ` on ${host}`)} ${SMS_ADVICE}`
  const unnamed = `${changeIn(input, "")} ${SMS_ADVICE}`
  return [
    ...(host ? [`${named} ${SMS_PASSWORD}`, named] : []),
    `${unnamed} ${SMS_PASSWORD}`,
    unnamed,
    `${subjectOf(input)}. ${SMS_ADVICE}`,
  ]
}

function changeIn(
  { contact, added, masked_value }: ContactChangedInput,
  place: string
): string {
  const { name } = NAMES[contact]
  return added
    ? `The ${name} ${masked_value} was added to your account${place}.`
    : `Your ${name}${place} was changed to ${masked_value}.`
}

function subjectOf({ contact, added }: ContactChangedInput): string {
  const { name, a } = NAMES[contact]
  return added
    ? `${a} ${name} was added to your account`
    : `Your ${name} was changed`
}

function emailMessage(input: ContactChangedInput): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const subject = subjectOf(input)
  const { greeting, change, advice, calm, footer } = emailWordsOf(
    input,
    shop_host
  )
  const url = input.undo?.url
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: change,
      shop_host,
      blocks: [
        heading(subject),
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
  input: ContactChangedInput,
  shop_host: string | undefined
) {
  const { contact, reached = contact, added, masked_value, undo } = input
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const effect =
    reached === contact ? "puts your address back" : "undoes the change"
  return {
    greeting: "Hello,",
    change: added
      ? changeIn(input, ` ${place}`)
      : `The ${NAMES[contact].name} of your account ${place} was changed to ${masked_value}.`,
    // A reset mail is no way out: it would go to the new address by now.
    advice: undo
      ? `That was not you? Then somebody else can use your account. This link ${effect}, ends every login and voids the password; then set a new one. It works once, within ${expiryInWords(undo.hours * 60)}:`
      : "That was not you? Then somebody else can use your account: contact the shop at once. If you can still log in, change your password too.",
    calm: "That was you? Then there is nothing to do.",
    footer: `Sent automatically because this ${reached === contact ? "was" : "is"} the address of an account ${place}.`,
  }
}

/** The link of the notice. It is built from the configured storefront alone, never from a request's host. */
export function undoUrl(storefrontUrl: string, token: string): string {
  return `${storefrontUrl.replace(/\/+$/, "")}/undo-contact-change?token=${token}`
}
