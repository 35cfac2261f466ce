/** What a message says: the shape that a notification provider gets as its `content`. */
export type MessageContent = {
  /** One line, without the code. Only e-mails have one. */
  subject?: string
  /** The HTML part of an e-mail. */
  html?: string
  /** The text part of an e-mail, or the whole text message. */
  text: string
}

const DATE_STYLE: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
  timeZoneName: "short",
}

const MAX_SUBJECT = 200
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu

/**
 * A moment as people say it, in UTC: nobody knows the zone of who reads it.
 *
 * @example dateInWords(new Date("2026-11-30T14:05:00Z")) // "30 November 2026 at 14:05 UTC"
 */
export function dateInWords(date: Date): string {
  return date.toLocaleString("en-GB", DATE_STYLE)
}

/**
 * A duration as people say it.
 *
 * @param minutes a whole number, at least 1
 * @example expiryInWords(15) // "15 minutes"
 * @example expiryInWords(120) // "2 hours"
 */
export function expiryInWords(minutes: number): string {
  return minutes % 60 === 0
    ? count(minutes / 60, "hour")
    : count(minutes, "minute")
}

function count(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`
}

/**
 * A text as one line that is safe in a mail header: no line break starts a header of its own (RFC 5322 §2.2).
 *
 * @returns at most 200 characters
 * @example singleLine("Your code\r\nBcc: evil@x.com") // "Your code Bcc: evil@x.com"
 */
export function singleLine(text: string): string {
  const line = text.replace(BREAKS, " ").trim()
  return [...line].slice(0, MAX_SUBJECT).join("")
}

/**
 * The host by which people know the shop.
 *
 * @param storefrontUrl the option `storefrontUrl`
 * @returns without scheme and port, an international name in punycode; nothing for what is no URL
 * @example shopHost("https://shop.example.com:8000/de") // "shop.example.com"
 */
export function shopHost(
  storefrontUrl: string | undefined
): string | undefined {
  if (!storefrontUrl || !URL.canParse(storefrontUrl)) {
    return undefined
  }
  return new URL(storefrontUrl).hostname || undefined
}

/**
 * A URL that is safe to click and to copy: http(s), in one piece even if a configured path holds spaces.
 *
 * @throws Error for another URL, which could be a script
 * @example webUrl("https://shop.example.com/my shop?a=1&b=2") // "https://shop.example.com/my%20shop?a=1&b=2"
 */
export function webUrl(url: string): string {
  const { protocol, href } = URL.canParse(url)
    ? new URL(url)
    : { protocol: "", href: "" }
  if (protocol !== "https:" && protocol !== "http:") {
    throw new Error("a link in a message leads to an http(s) URL")
  }
  return href
}
