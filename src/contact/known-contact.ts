import { CONTACT_KINDS, type Contact } from "./contact-kinds"
import type { ContactParse } from "./contact-parse"
import type { PhoneRules } from "./parse-phone"

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
