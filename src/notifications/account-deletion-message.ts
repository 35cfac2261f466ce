import type { Contact } from "../contact"
import { emailLayout, heading, note, paragraph } from "./email-layout"
import { fitsOneSms } from "./sms"
import { dateInWords, type MessageContent, shopHost } from "./text"

/** What happened to a deletion request. */
export type AccountDeletionEvent = "confirmed" | "cancelled" | "completed"

/** What the notice of an account deletion is made of. */
export type AccountDeletionMessageInput = {
  contact: Contact
  event: AccountDeletionEvent
  /** When the account is erased; only `confirmed` says it. */
  scheduled_at?: Date
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

type Words = { subject: string; notice: string; advice: string; sms: string }

/**
 * The message that tells a customer what happened to their account. It carries no link: who wants to keep the account
 * asks for a code in the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone
 * @example accountDeletionMessage({ contact: "email", event: "confirmed", scheduled_at: new Date("2026-11-30") }).subject
 */
export function accountDeletionMessage(
  input: AccountDeletionMessageInput
): MessageContent {
  return MESSAGES[input.contact](input)
}

const MESSAGES: Record<
  Contact,
  (input: AccountDeletionMessageInput) => MessageContent
> = { email: emailMessage, phone: smsMessage }

/** The shop's name is left out where the text would be two messages with it. */
function smsMessage(input: AccountDeletionMessageInput): MessageContent {
  const { sms } = wordsOf(input, placeOf(input))
  return { text: fitsOneSms(sms) ? sms : wordsOf(input, "in our shop").sms }
}

function emailMessage(input: AccountDeletionMessageInput): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const place = placeOf(input)
  const { subject, notice, advice } = wordsOf(input, place)
  const greeting = "Hello,"
  const footer = `Sent automatically because this is the address of an account ${place}.`
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: notice,
      shop_host,
      blocks: [
        heading(subject),
        paragraph(greeting),
        paragraph(notice),
        note(advice),
      ],
      footer,
    }),
    text: `${[greeting, notice, advice, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function placeOf({ storefront_url }: AccountDeletionMessageInput): string {
  const shop_host = shopHost(storefront_url)
  return shop_host ? `on ${shop_host}` : "in our shop"
}

function wordsOf(
  { event, scheduled_at }: AccountDeletionMessageInput,
  place: string
): Words {
  const when = scheduled_at ? `on ${dateInWords(scheduled_at)}` : "soon"
  switch (event) {
    case "confirmed":
      return {
        subject: "Your account will be deleted",
        notice: `Your account ${place} will be deleted ${when}. Until then you can still log in.`,
        advice:
          "You changed your mind, or it was not you? Cancel the deletion in the shop before that day: you get a code at this address, and need no login.",
        sms: `Your account ${place} will be deleted ${when}. Not you, or changed your mind? Cancel in the shop.`,
      }
    case "cancelled":
      return {
        subject: "Your account stays",
        notice: `The deletion of your account ${place} was cancelled. Everything is as before.`,
        advice:
          "That was not you? Then contact the shop: somebody else can read your messages.",
        sms: `The deletion of your account ${place} was cancelled. Everything is as before.`,
      }
    case "completed":
      return {
        subject: "Your account was deleted",
        notice: `Your account ${place} was deleted, as you asked. What you ordered stays in the shop's books, as the law requires.`,
        advice: "You can sign up again at any time, with the same contact.",
        sms: `Your account ${place} was deleted, as you asked.`,
      }
  }
}
