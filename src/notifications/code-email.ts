import { codeBox, emailLayout, heading, note, paragraph } from "./email-layout"
import { expiryInWords } from "./text"

/** What a code is for, as far as its message says another thing. */
export type CodeUse =
  | "verification"
  | "login"
  | "account_deletion_request"
  | "account_deletion_cancel"

type Words = {
  /** Subject and headline. */
  subject: string
  /** "Enter this code on shop.example.com …" */
  aim: string
  /** "482917 is your `what` `where` shop.example.com." */
  sms: { what: string; where: string }
  /** For who did not ask. */
  repudiation: string
}

/** What messages with a code say, by what the code is for. */
export const CODE_WORDS: Record<CodeUse, Words> = {
  verification: {
    subject: "Your verification code",
    aim: "to confirm that it is you",
    sms: { what: "verification code", where: "for" },
    repudiation:
      "You did not ask for a code? Then ignore this message: nothing happens without the code.",
  },
  login: {
    subject: "Your login code",
    aim: "to log in",
    sms: { what: "login code", where: "for" },
    repudiation:
      "You did not ask for a code? Then ignore this message: nobody logs in without the code.",
  },
  account_deletion_request: {
    subject: "Confirm the deletion of your account",
    aim: "to delete your account",
    sms: { what: "code to delete your account", where: "on" },
    repudiation:
      "You did not ask for this? Then somebody else is logged in to your account: keep the code to yourself and change your password.",
  },
  account_deletion_cancel: {
    subject: "Keep your account",
    aim: "to cancel the deletion of your account",
    sms: { what: "code to keep your account", where: "on" },
    repudiation:
      "You did not ask for a code? Then ignore this message: without the code the deletion stays as it is.",
  },
}

/** What the plugin's own code e-mail says. */
export type CodeEmail = {
  subject: string
  /** What the code is for. Default: `verification`. */
  use?: CodeUse
  code: string
  /** A whole number, at least 1. */
  expires_in_minutes: number
  shop_host?: string
}

/**
 * The HTML part of the plugin's own code e-mail.
 *
 * @example codeEmailHtml({ subject: "Your verification code", code: "482917", expires_in_minutes: 15 })
 */
export function codeEmailHtml(email: CodeEmail): string {
  const words = wordsOf(email)
  return emailLayout({
    title: email.subject,
    preheader: words.purpose,
    shop_host: email.shop_host,
    blocks: [
      heading(words.heading),
      paragraph(words.greeting),
      paragraph(words.purpose),
      codeBox(email.code),
      paragraph(words.expiry),
      note(words.secrecy),
      note(words.repudiation),
    ],
    footer: words.footer,
  })
}

/**
 * The text part of the plugin's own code e-mail; it says the same as the HTML part.
 *
 * @example codeEmailText({ subject: "Your verification code", code: "482917", expires_in_minutes: 15 })
 */
export function codeEmailText(email: CodeEmail): string {
  const words = wordsOf(email)
  const paragraphs = [
    words.greeting,
    words.purpose,
    email.code,
    words.expiry,
    words.secrecy,
    words.repudiation,
    `-- \n${words.footer}`,
  ]
  return `${paragraphs.join("\n\n")}\n`
}

function wordsOf(email: CodeEmail) {
  const { use = "verification", expires_in_minutes, shop_host } = email
  const place = shop_host ? `on ${shop_host}` : "in our shop"
  return {
    heading: CODE_WORDS[use].subject,
    greeting: "Hello,",
    purpose: `Enter this code ${place} ${CODE_WORDS[use].aim}.`,
    expiry: `It expires in ${expiryInWords(expires_in_minutes)} and works once.`,
    secrecy:
      "Never share this code: nobody from our shop will ever ask you for it.",
    repudiation: CODE_WORDS[use].repudiation,
    footer: `Sent automatically because this address was entered ${place}.`,
  }
}
