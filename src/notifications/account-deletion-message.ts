import { dateInWords } from "./date-in-words"
import { heading, note, paragraph } from "./email-blocks"
import { emailLayout } from "./email-layout"
import { gsm7Length, SMS_SEPTETS } from "./gsm7-length"
import type { MessageContent } from "./message-content"
import { shopHost } from "./shop-host"

/** What happened to a customer's account. */
export type AccountDeletionNews = "confirmed" | "cancelled" | "completed"

/** What the news of an account deletion is made of. */
export type AccountDeletionMessageInput = {
  contact: "email" | "phone"
  news: AccountDeletionNews
  /** When the account is erased; only `confirmed` says it. */
  scheduled_at?: Date
  /** The option `storefrontUrl`; never a value of a request. */
  storefront_url?: string
}

type Words = { subject: string; news: string; advice: string; sms: string }

/**
 * The message that tells a customer what happened to their account. It carries no link: who wants to keep the account
 * asks for a code in the shop.
 *
 * @returns `subject`, `html` and `text` for an e-mail, only `text` for a phone
 * @example accountDeletionMessage({ contact: "email", news: "confirmed", scheduled_at: new Date("2026-11-30") }).subject
 */
export function accountDeletionMessage(
  input: AccountDeletionMessageInput
): MessageContent {
  const shop_host = shopHost(input.storefront_url)
  const words = wordsOf(input, shop_host ? `on ${shop_host}` : "in our shop")
  return input.contact === "phone"
    ? { text: smsText(words, wordsOf(input, "in our shop")) }
    : emailMessage(words, shop_host)
}

/** Without the host where it would make two messages of one. */
function smsText(named: Words, unnamed: Words): string {
  return gsm7Length(named.sms) <= SMS_SEPTETS ? named.sms : unnamed.sms
}

function emailMessage(words: Words, shop_host?: string): MessageContent {
  const { subject, news, advice } = words
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  const greeting = "Hello,"
  const footer = `Sent automatically because this is the address of an account ${place}.`
  return {
    subject,
    html: emailLayout({
      title: subject,
      preheader: news,
      shop_host,
      blocks: [
        heading(subject),
        paragraph(greeting),
        paragraph(news),
        note(advice),
      ],
      footer,
    }),
    text: `${[greeting, news, advice, `-- \n${footer}`].join("\n\n")}\n`,
  }
}

function wordsOf(
  { news, scheduled_at }: AccountDeletionMessageInput,
  place: string
): Words {
  const when = scheduled_at ? `on ${dateInWords(scheduled_at)}` : "soon"
  switch (news) {
    case "confirmed":
      return {
        subject: "Your account will be deleted",
        news: `Your account ${place} will be deleted ${when}. Until then you can still log in.`,
        advice:
          "You changed your mind, or it was not you? Cancel the deletion in the shop before that day: you get a code at this address, and need no login.",
        sms: `Your account ${place} will be deleted ${when}. Not you, or changed your mind? Cancel in the shop.`,
      }
    case "cancelled":
      return {
        subject: "Your account stays",
        news: `The deletion of your account ${place} was cancelled. Everything is as before.`,
        advice:
          "That was not you? Then contact the shop: somebody else can read your messages.",
        sms: `The deletion of your account ${place} was cancelled. Everything is as before.`,
      }
    case "completed":
      return {
        subject: "Your account was deleted",
        news: `Your account ${place} was deleted, as you asked. What you ordered stays in the shop's books, as the law requires.`,
        advice: "You can sign up again at any time, with the same contact.",
        sms: `Your account ${place} was deleted, as you asked.`,
      }
  }
}
