/**
 * The outcome of reading a contact that a person typed: its normal form, or one sentence that says what to do.
 * A fault never repeats the input, so it is safe in an answer and in a log.
 */
export type ContactParse =
  { value: string; fault?: undefined } | { value?: undefined; fault: string }

const FORMAT = /\p{Cf}/gu
const SPACE = /\p{Z}/gu
// The minus sign, too, which phones put where a hyphen was typed.
const DASH = /[\p{Pd}\u2212]/gu
// The full-width ASCII of East Asian keyboards.
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0
const DIGIT = /\p{Nd}/gu

/**
 * A typed text without the differences that a person cannot see or did not choose: format characters (marks of
 * direction, zero-width spaces) are left out, every kind of space and dash is the ASCII one, full-width characters and
 * the decimal digits of any script are ASCII. Control characters and all others stay, for whoever parses it to refuse.
 *
 * @example plainText("\u202a٤٨٢–٩١٧\u202c") // "482-917"
 */
export function plainText(typed: string): string {
  return typed
    .replace(FORMAT, "")
    .replace(SPACE, " ")
    .replace(DASH, "-")
    .replace(FULL_WIDTH, (character) =>
      String.fromCodePoint(character.charCodeAt(0) - FULL_WIDTH_OFFSET)
    )
    .replace(DIGIT, asciiDigit)
}

// Unicode keeps the decimal digits of a script in a row, 0 to 9 (Unicode Standard 4.6); some rows touch.
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let first = point
  while (isDigit(first - 1)) {
    first -= 1
  }
  return String((point - first) % 10)
}

function isDigit(point: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(point))
}
