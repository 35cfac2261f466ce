import { emailKey, parseEmail, parseStoredEmail } from "./parse-email"
import { parsePhone, parseStoredPhone, type PhoneRules } from "./parse-phone"
import type { ContactParse } from "./plain-text"

/** The kinds of contact that a customer has. */
export const CONTACTS = ["email", "phone"] as const

/** A customer's e-mail or phone. */
export type Contact = (typeof CONTACTS)[number]

type ContactKind = {
  /** What people read, at the start of a sentence. */
  label: string
  /** The other contact of the same customer. */
  other: Contact
  /** Notification channel of its messages, where the options say none. */
  channel: string
  /** Whether its messages are text messages: plain, short, and each one is paid. */
  text_message: boolean
  /** Reads what a person typed, by the rules for new contacts. */
  parse: (input: unknown, phone?: PhoneRules) => ContactParse
  /** Reads what is stored and is no new contact by today's rules; `undefined` if no message can go there. */
  parseStored: (stored: string) => string | undefined
  /** The form in which accounts are looked up; old accounts have e-mails in any letter case. */
  lookupForm: (value: string) => string
}

/**
 * All that differs between the kinds of contact. A kind has as well a column and a flag on the customer (`email`,
 * `email_verified`), a block of the options and a purpose of codes (`email_verification`), and an auth provider.
 */
export const CONTACT_KINDS: Record<Contact, ContactKind> = {
  email: {
    label: "Email",
    other: "phone",
    channel: "email",
    text_message: false,
    parse: (input) => parseEmail(input),
    parseStored: parseStoredEmail,
    lookupForm: emailKey,
  },
  phone: {
    label: "Phone",
    other: "email",
    channel: "sms",
    text_message: true,
    parse: parsePhone,
    parseStored: parseStoredPhone,
    lookupForm: (value) => value,
  },
}

/**
 * The other contact of a customer.
 *
 * @example otherContact("email") // "phone"
 */
export function otherContact(contact: Contact): Contact {
  return CONTACT_KINDS[contact].other
}

/**
 * The form in which accounts are looked up by a contact.
 *
 * @example lookupForm("email", "Jane@Example.com") // "jane@example.com"
 */
export function lookupForm(contact: Contact, value: string): string {
  return CONTACT_KINDS[contact].lookupForm(value)
}

/**
 * Reads a contact that comes in new (a registration, a contact change), by the rules of today.
 *
 * @param input the value of a request body, of any type
 * @example parseNewContact("phone", "(213) 373-4253", { default_country: "US" }) // { value: "+12133734253" }
 */
export function parseNewContact(
  contact: Contact,
  input: unknown,
  phone?: PhoneRules
): ContactParse {
  return CONTACT_KINDS[contact].parse(input, phone)
}

/**
 * Reads a contact that somebody has, or that is looked up: what is stored is not judged again. It is read as a new one
 * if it is one today, whatever the country; else a phone that looks like E.164 and a text that looks like one e-mail
 * address are taken as they are. A numbering plan may have changed since, and so may our rule.
 *
 * @param input a stored value, or the value of a request body
 * @returns the normal form, to which a message can go; or what is wrong, as for a new one
 * @example parseKnownContact("phone", "+52 1 55 1234 5678") // { value: "+5215512345678" }, valid until 2019
 */
export function parseKnownContact(
  contact: Contact,
  input: unknown,
  phone: PhoneRules = {}
): ContactParse {
  const { parse, parseStored } = CONTACT_KINDS[contact]
  const today = parse(input, anyCountry(phone))
  const stored =
    today.value === undefined && typeof input === "string"
      ? parseStored(input)
      : undefined
  return stored === undefined ? today : { value: stored }
}

/**
 * The rules for a phone that somebody has already: `allowed_countries` is about new ones, and locks no customer out.
 */
function anyCountry({ default_country }: PhoneRules): PhoneRules {
  return { default_country }
}
