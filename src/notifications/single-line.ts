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
