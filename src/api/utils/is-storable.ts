// PostgreSQL keeps no NUL in a text and no unpaired surrogate in JSON.
const UNSTORABLE = /[\u0000\p{Surrogate}]/u
const MAX_DEPTH = 100

/**
 * Whether a value of a request can be stored: without this question the answer to one that cannot is a 500.
 *
 * @param depth of the value in the body; one nested deeper than any real metadata cannot
 * @example isStorable({ source: "a\0" }) // false
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") {
    return !UNSTORABLE.test(value)
  }
  return (
    depth < MAX_DEPTH &&
    Object.entries(Object(value) as object).every(
      ([key, inner]) => isStorable(key) && isStorable(inner, depth + 1)
    )
  )
}
