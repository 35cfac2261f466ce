import { domainToASCII, domainToUnicode } from "node:url"
import { type ContactParse, plainText } from "./plain-text"

// RFC 5321 §4.5.3.1.3 (path of 256 octets with its angle brackets) and §4.5.3.1.1 (local part).
const MAX_ADDRESS = 254
const MAX_LOCAL_PART = 64
/** What may be shown to it: format characters count for nothing. */
const MAX_INPUT = 4 * MAX_ADDRESS

const CONTROL = /\p{Cc}/u
const ASCII = /^[\x20-\x7e]*$/
// RFC 5322 §3.2.3, dot-atom; no quoted local part.
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const DOT_ATOM = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`)
// What `domainToASCII` would take for something else, such as a port or a percent-encoding, is no letter of a domain.
const DOMAIN = /^[\p{L}\p{M}0-9.\u3002\uff61-]+$/u
// RFC 1035 §2.3.1, and a top level that is no number.
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
const HOST = new RegExp(
  `^(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--(?:[a-z0-9-]{0,58}[a-z0-9]))$`
)
// What stands for several addresses, a name or a comment, and so is no one address.
const PART = `[^\\s\\p{C}\\p{Z},;:<>()\\[\\]\\\\"@]+`
const ONE_ADDRESS = new RegExp(`^${PART}@${PART}$`, "u")

const FAULTS = {
  type: "Send the e-mail address as one string.",
  characters: "Write the e-mail address on one line, without tabs.",
  localPart:
    "Write the part of the e-mail address before the @ in plain letters a to z, digits and signs such as . _ + -.",
  length: `Enter an e-mail address of at most ${MAX_ADDRESS} characters, ${MAX_LOCAL_PART} of them before the @.`,
  address: "Enter one valid e-mail address, such as name@example.com.",
}

/**
 * Reads an e-mail address as people type it and gives it the one form in which it is stored, compared and keyed.
 *
 * Refused: everything but one string, control characters, letters beyond ASCII before the @, quoted local parts,
 * comments and lists. An international domain becomes its punycode form, which every mail server takes.
 *
 * @param input the value of a request body, of any type
 * @returns `value` trimmed, lower-case and ASCII, at most 254 characters (RFC 5321 §4.5.3.1)
 * @example parseEmail(" Jane@Example.com ") // { value: "jane@example.com" }
 * @example parseEmail("jane@bücher.example") // { value: "jane@xn--bcher-kva.example" }
 * @example parseEmail("a@x.com,b@y.com").fault // "Enter one valid e-mail address, …"
 */
export function parseEmail(input: unknown): ContactParse {
  if (typeof input !== "string") {
    return { fault: FAULTS.type }
  }
  if (CONTROL.test(input)) {
    return { fault: FAULTS.characters }
  }
  if (input.length > MAX_INPUT) {
    return { fault: FAULTS.length }
  }
  const typed = plainText(input).trim()
  const at = typed.lastIndexOf("@")
  const local = typed.slice(0, Math.max(at, 0))
  if (!ASCII.test(local)) {
    return { fault: FAULTS.localPart }
  }
  const host = hostOf(typed.slice(at + 1))
  const value = `${local.toLowerCase()}@${host}`
  if (value.length > MAX_ADDRESS || local.length > MAX_LOCAL_PART) {
    return { fault: FAULTS.length }
  }
  return DOT_ATOM.test(local) && HOST.test(host)
    ? { value }
    : { fault: FAULTS.address }
}

// The domain in ASCII (UTS 46, as WHATWG URL has it); "" for one that has no such form.
function hostOf(domain: string): string {
  const lower = domain.toLowerCase()
  if (ASCII.test(lower) && !lower.includes("xn--")) {
    return lower
  }
  return DOMAIN.test(lower) ? domainToASCII(lower) : ""
}

/**
 * A stored text that is one e-mail address, whatever our rule for new ones says: letters beyond ASCII, a host without a
 * dot. A list, a name in front or a second line is none.
 *
 * @example parseStoredEmail("José@Example.com") // "josé@example.com"
 */
export function parseStoredEmail(stored: string): string | undefined {
  const value = stored.trim().toLowerCase()
  return value.length <= MAX_ADDRESS && ONE_ADDRESS.test(value)
    ? value
    : undefined
}

/**
 * The form in which an e-mail is looked up, whatever text it is.
 *
 * @example emailKey("Jane@Bücher.example") // "jane@xn--bcher-kva.example"
 */
export function emailKey(typed: string): string {
  return parseEmail(typed).value ?? typed.trim().toLowerCase()
}

/**
 * The other form of an e-mail whose domain is punycode, in which an account from before may have it stored.
 *
 * @returns `undefined` for any other e-mail
 * @example unicodeSpelling("jane@xn--bcher-kva.example") // "jane@bücher.example"
 */
export function unicodeSpelling(email: string): string | undefined {
  const at = email.lastIndexOf("@") + 1
  const domain = email.slice(at)
  return domain.includes("xn--")
    ? email.slice(0, at) + domainToUnicode(domain)
    : undefined
}
