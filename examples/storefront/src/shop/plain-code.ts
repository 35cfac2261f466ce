/**
 * A code as the server compares it: full-width, Arabic-Indic and every other script's digits as 0-9, and no signs between.
 *
 * @example plainCode("٤٨٢ ٩١٧") // "482917"
 */
export function plainCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[^0-9a-z]/gi, "")
}

/** Unicode has the ten digits of each script side by side, from zero on. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero--
  }
  return String(code - zero)
}
