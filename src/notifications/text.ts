/** What a message says: the shape that a notification provider gets as its `content`. */
export type MessageContent = {
  /** One line, without the code. Only e-mails have one. */
  subject?: string
  /** The HTML part of an e-mail. */
  html?: string
  /** The text part of an e-mail, or the whole text message. */
  text: string
}

const MAX_SUBJECT = 200
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu

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

/** The link of the notice of a changed contact. It is built from the configured storefront alone, never from a request's host. */
export function undoUrl(storefrontUrl: string, token: string): string {
  return `${storefrontUrl.replace(/\/+$/, "")}/undo-contact-change?token=${token}`
}
