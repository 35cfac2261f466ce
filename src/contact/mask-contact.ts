import { plainText } from "./plain-text"

const HIDDEN = "***"
const SHORTEST_MASKABLE_PHONE = 9

/**
 * A phone number that its owner recognises and nobody else learns. Only `*` hides, so the mask fits a GSM-7 message.
 *
 * @param phone in E.164
 * @returns the first three characters and the last two digits; nothing of a number too short to hide the rest
 * @example maskPhone("+12133734253") // "+12*******53"
 */
export function maskPhone(phone: string): string {
  if (!/^\+?[0-9]+$/.test(phone) || phone.length < SHORTEST_MASKABLE_PHONE) {
    return HIDDEN
  }
  return `${phone.slice(0, 3)}${"*".repeat(phone.length - 5)}${phone.slice(-2)}`
}

/**
 * An e-mail address that its owner recognises and nobody else learns; its length is hidden too.
 *
 * @returns the first letter and the domain; no letter of a one-letter name
 * @example maskEmail("jane@example.com") // "j***@example.com"
 */
export function maskEmail(email: string): string {
  const [, name, domain] = /^([\x21-\x7e]+)@([a-z0-9.-]+)$/i.exec(email) ?? []
  if (!name) {
    return HIDDEN
  }
  const first = name.length > 1 ? name.slice(0, 1) : ""
  return `${first}${HIDDEN}@${domain}`
}

/**
 * Masks a contact of either kind.
 *
 * @param contact an e-mail address, or a phone number in E.164
 * @example maskContact("jane@example.com") // "j***@example.com"
 */
export function maskContact(contact: string): string {
  return contact.includes("@") ? maskEmail(contact) : maskPhone(contact)
}

const LONGEST_TEXT = 2_000
const LONGEST_SHOWN = 500
const BETWEEN = "[\\s().,/-]{0,3}"
const EMAIL = /[^\s<>"'(),;:=&?]+(?:@|%40|&#64;|&#x40;)[^\s<>"'(),;:&?]+/gi
const TOKEN = /[\w-]{40,}/g
// The form of many keys. An id with a prefix of letters, such as Twilio's SM…, is none.
const HEX_TOKEN = /(?<![a-z\d])[\da-f]{32,}(?![a-z\d])/gi
const PHONE = /\+?\(?\d(?:[\s().,/-]{0,3}\d){6,}/
// Its digits may look like a phone number.
const UUID = /(?<![\w-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/i
const UUID_OR_PHONE = new RegExp(`${UUID.source}|${PHONE.source}`, "gi")
const ADDRESS_OR_DATE = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\d{4}-\d\d-\d\d[ \d]*)$/

/**
 * A text of somebody else, fit for the log: one line without the given secrets, in whatever spelling, without any e-mail,
 * phone number or token, and not long. UUIDs and ids such as `cus_…` stay.
 *
 * @param secrets contacts, codes or tokens that the text may quote; an empty one is none
 * @example hideSecrets("Invalid 'To' (213) 373-4253", ["+12133734253"]) // "Invalid 'To' [phone]"
 */
export function hideSecrets(text: string, secrets: string[]): string {
  const words = plainText(text.slice(0, LONGEST_TEXT))
  const whole = text.length > LONGEST_TEXT ? words.replace(/\S*$/, "…") : words
  const known = secrets.map(plainText).filter(Boolean)
  const hidden = known.reduce(
    (left, secret) => left.replace(spellingsOf(secret), "[hidden]"),
    whole
  )
  return hidden
    .replace(EMAIL, "[e-mail]")
    .replace(TOKEN, "[token]")
    .replace(HEX_TOKEN, "[token]")
    .replace(UUID_OR_PHONE, (found) =>
      isOther(found, known) ? found : "[phone]"
    )
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_SHOWN)
}

// As it is, with separators, or in a URL; a phone number without its plus sign, too.
function spellingsOf(secret: string): RegExp {
  const between = /^\+?[\dA-Z]+$/i.test(secret) ? BETWEEN : ""
  const spelled = [...secret.replace(/^\+/, "")].map(escape).join(between)
  const inUrl = escape(encodeURIComponent(secret))
  return new RegExp(`\\+?(?:${spelled}|${inUrl})`, "gi")
}

const escape = (text: string) => text.replace(/[^\w\s]/g, "\\$&")

// An IP address, a date or a request's id is what an operator wants to see, unless it is the number itself.
function isOther(found: string, secrets: string[]): boolean {
  const digits = found.replace(/\D/g, "")
  return (
    (UUID.test(found) || ADDRESS_OR_DATE.test(found.trim())) &&
    !secrets.some((secret) => secret.replace(/\D/g, "").endsWith(digits))
  )
}
