// @ts-check

const JWT = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/
/** What a story about contacts can do without. */
const LEFT_OUT =
  /^(?:addresses|created_at|updated_at|deleted_at|metadata|has_account)$/

/**
 * Breaks lines at spaces.
 *
 * @param {string} text
 * @param {number} width
 * @param {{ indent?: string, hanging?: string }} [margins] before each line, and before what a line goes on with
 * @returns {string}
 */
function wrap(text, width, { indent = "", hanging = "" } = {}) {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width - indent.length, hanging))
    .map((line) => (indent + line).trimEnd())
    .join("\n")
}

/**
 * @param {string} line
 * @param {number} width
 * @param {string} hanging
 * @returns {string[]}
 */
function wrapLine(line, width, hanging) {
  const margin = line.match(/^ */)?.[0] ?? ""
  const [first, ...words] = line.trim().split(" ")
  const lines = [margin + first]
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`
    if (longer.length > width) {
      lines.push(margin + hanging + word)
    } else {
      lines[lines.length - 1] = longer
    }
  }
  return lines
}

/**
 * JSON for people: tokens are cut, nulls and bookkeeping are left out, and `…` says so.
 *
 * @param {unknown} value
 * @param {number} width
 * @returns {string}
 */
function toText(value, width) {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(typeof value === "string" ? cut(value) : value)
  }
  const all = Object.entries(value)
  const shown = all.filter(
    ([key, part]) => part !== null && !LEFT_OUT.test(key)
  )
  const parts = shown.map(([key, part]) => {
    const label = Array.isArray(value) ? "" : `${JSON.stringify(key)}: `
    return label + toText(part, width - label.length - 3)
  })
  if (shown.length < all.length) {
    parts.push("…")
  }
  return bracket(parts, Array.isArray(value) ? "[]" : "{}", width)
}

/**
 * @param {string[]} parts
 * @param {string} brackets
 * @param {number} width
 */
function bracket(parts, [open, close], width) {
  const line = `${open} ${parts.join(", ")} ${close}`
  if (line.length <= width && !line.includes("\n")) {
    return line
  }
  const lines = parts.join(",\n").replaceAll("\n", "\n  ")
  return `${open}\n  ${lines}\n${close}`
}

/**
 * @param {string} text
 * @returns {string} a token by its last letters, anything else as it is
 * @example cut("eyJhbGciOiJIUzI1NiJ9.e30.aBcDeFgHiJkL") // "eyJ…eFgHiJkL"
 */
function cut(text) {
  const signature = text.match(JWT)?.[1]
  return signature ? `eyJ…${signature.slice(-8)}` : text
}

module.exports = { cut, toText, wrap }
