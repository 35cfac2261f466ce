import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type NumberType,
  type PhoneNumber,
} from "libphonenumber-js/max"
import { type ContactParse, plainText } from "./plain-text"

/** The store's rules for phone numbers; countries are ISO 3166 alpha-2 codes in capitals. */
export type PhoneRules = {
  /** Country of a number typed without country code; without it only international numbers are accepted. */
  default_country?: string
  /** Countries whose numbers are accepted. Default: all. */
  allowed_countries?: string[]
}

const MAX_TYPED = 40
/** What may be shown to it: format characters count for nothing. */
const MAX_INPUT = 4 * MAX_TYPED
const PUNCTUATION = /[ ()./-]/g
// After `plainText`. The library also reads `tel:`, `;ext=` and numbers amid prose.
const SPELLING = /^[ (]*\+?[0-9 ()./-]*$/

// Every other kind is paid by its owner, shared by many people or deaf to text messages.
const PERSONAL: ReadonlySet<NumberType> = new Set<NumberType>([
  undefined,
  "MOBILE",
  "FIXED_LINE",
  "FIXED_LINE_OR_MOBILE",
])

const FAULTS = {
  type: "Send the phone number as one string.",
  spelling: `Write the phone number as digits, with + and the country code in front if it is from abroad. Leave out words and extensions; spaces and ( ) - . / may stay, ${MAX_TYPED} characters at most.`,
  local:
    "Enter a valid phone number; if it has no country code, add it with a leading +.",
  international:
    "Enter a valid phone number with its country code, beginning with +.",
  kind: "Enter a personal mobile or landline number: this kind of number cannot receive codes.",
  country: "Enter a phone number of a country that this store accepts.",
}

/**
 * Reads a phone number as people type it and gives it the one form in which it is stored, compared and keyed.
 *
 * Refused: everything but one string of digits and punctuation, extensions, numbers that no numbering plan holds, that
 * can be read in two ways, or that are premium-rate, toll-free, shared, virtual or satellite.
 *
 * @param input the value of a request body, of any type
 * @returns `value` in E.164 (ITU-T E.164 §6: `+`, country code, at most 15 digits)
 * @example parsePhone("(213) 373-4253", { default_country: "US" }) // { value: "+12133734253" }
 * @example parsePhone("call +12133734253").fault // "Write the phone number with …"
 */
export function parsePhone(
  input: unknown,
  rules: PhoneRules = {}
): ContactParse {
  if (typeof input !== "string") {
    return { fault: FAULTS.type }
  }
  const digits = digitsOf(input)
  if (digits === undefined) {
    return { fault: FAULTS.spelling }
  }
  const country = supported(rules.default_country)
  const number = read(digits, country)
  if (!number) {
    return { fault: country ? FAULTS.local : FAULTS.international }
  }
  if (number.isNonGeographic() || !PERSONAL.has(number.getType())) {
    return { fault: FAULTS.kind }
  }
  if (!isAllowed(number, rules.allowed_countries)) {
    return { fault: FAULTS.country }
  }
  return { value: number.number }
}

const E164 = /^\+[1-9][0-9]{7,14}$/

/**
 * A stored phone that looks like E.164, whatever the numbering plans say of it today.
 *
 * @example parseStoredPhone("+52 1 55 1234 5678") // "+5215512345678"
 */
export function parseStoredPhone(stored: string): string | undefined {
  const number = digitsOf(stored)?.replace(/^00/, "+")
  return number && E164.test(number) ? number : undefined
}

// The digits of a number, after its + if it has one; nothing of a text with anything but punctuation beside them.
function digitsOf(typed: string): string | undefined {
  const plain = typed.length > MAX_INPUT ? typed : plainText(typed)
  return plain.length > MAX_TYPED || !SPELLING.test(plain)
    ? undefined
    : plain.replace(PUNCTUATION, "")
}

function supported(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined
}

function isAllowed(number: PhoneNumber, allowed: string[] | undefined) {
  if (!allowed) {
    return true
  }
  return number.country !== undefined && allowed.includes(number.country)
}

// The valid number that the digits mean, or nothing if they can mean two: a code must never go to a stranger.
function read(digits: string, country?: CountryCode): PhoneNumber | undefined {
  const readings = digits.startsWith("+")
    ? [parseValid(digits)]
    : [parseValid(digits, country), readWithoutPlus(digits, country)]
  const numbers = readings.filter((number) => number !== undefined)
  return new Set(numbers.map(({ number }) => number)).size === 1
    ? numbers[0]
    : undefined
}

/*
 * The international reading of digits without `+`: after 00, the prefix ITU-T E.164 recommends, or beginning with the
 * default country's own code. No digit may be dropped: Australia dials 0011 for `+`, and 0011 213… is no +1 213….
 */
function readWithoutPlus(
  digits: string,
  country?: CountryCode
): PhoneNumber | undefined {
  const international = withPlus(digits, country)
  const number = international ? parseValid(international) : undefined
  return number?.number === international ? number : undefined
}

function withPlus(digits: string, country?: CountryCode): string | undefined {
  if (digits.startsWith("00")) {
    return `+${digits.slice(2)}`
  }
  const own = country && digits.startsWith(getCountryCallingCode(country))
  return own ? `+${digits}` : undefined
}

function parseValid(
  digits: string,
  defaultCountry?: CountryCode
): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(digits, {
    defaultCountry,
    extract: false,
  })
  return number?.isValid() && !number.ext ? number : undefined
}
