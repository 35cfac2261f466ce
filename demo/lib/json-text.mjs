// @ts-check

const JWT = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/
/** What a demo about contacts can do without. */
const LEFT_OUT =
  /^(?:addresses|created_at|updated_at|deleted_at|metadata|has_account)$/

/**
 * JSON for people, on one line if it fits: tokens are cut, nulls and bookkeeping are left out, and `…` says so.
 *
 * @param {unknown} value
 * @param {number} width
 * @returns {string}
 */
export function toText(value, width) {
  const text = JSON.stringify(value, shorten, 2).replaceAll('"…": "…"', "…")
  const line = text.replace(/\n */g, " ")
  return line.length <= width ? line : text
}

/**
 * A replacer for `JSON.stringify`.
 *
 * @param {string} _key
 * @param {unknown} value
 */
function shorten(_key, value) {
  if (typeof value === "string") {
    return cut(value)
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value
  }
  const all = Object.entries(value)
  const shown = all.filter(
    ([key, part]) => part !== null && !LEFT_OUT.test(key)
  )
  return Object.fromEntries(
    shown.length < all.length ? [...shown, ["…", "…"]] : shown
  )
}

/**
 * @param {string} text
 * @returns {string} a token by its last letters, anything else as it is
 * @example cut("eyJhbGciOiJIUzI1NiJ9.e30.aBcDeFgHiJkL") // "eyJ…eFgHiJkL"
 */
export function cut(text) {
  const signature = text.match(JWT)?.[1]
  return signature ? `eyJ…${signature.slice(-8)}` : text
}
