import { plainText } from "../contact"

/** The characters of a code. */
export const CODE_ALPHABETS = {
  numeric: "0123456789",
  // Without 0 O 1 I L, which people mistake for one another.
  alphanumeric: "23456789ABCDEFGHJKMNPQRSTUVWXYZ",
}

export type CodeCharset = keyof typeof CODE_ALPHABETS

/** The options that say what a code looks like. */
export type CodeFormat = { otpLength: number; otpCharset: CodeCharset }

/**
 * A typed code as it is compared: people add spaces, hyphens and what they cannot see, copy the `#` from the last line
 * of a text message, type the digits of their script, and lower case.
 *
 * @example normalizeCode(" 7kq-2ab") // "7KQ2AB"
 * @example normalizeCode("#٤٨٢٩١٧") // "482917"
 */
export function normalizeCode(typed: string): string {
  return plainText(typed.normalize("NFKC"))
    .replace(/[\s-]/g, "")
    .replace(/^#/, "")
    .toUpperCase()
}

/**
 * Whether a typed code can be one of this store: its length and its characters.
 *
 * @example isCode("48 29 17", { otpLength: 6, otpCharset: "numeric" }) // true
 */
export function isCode(
  typed: string,
  { otpLength, otpCharset }: CodeFormat
): boolean {
  const alphabet = CODE_ALPHABETS[otpCharset]
  const characters = [...normalizeCode(typed)]
  return (
    characters.length === otpLength &&
    characters.every((character) => alphabet.includes(character))
  )
}
