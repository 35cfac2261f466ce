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
