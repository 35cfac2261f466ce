import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  type CountryCode,
} from "libphonenumber-js/min"
import type { Contact } from "../config"

export type { CountryCode }

export type TypedPhone = {
  /** As its country writes it. */
  text: string
  country: CountryCode
  /** E.164, or what was typed as long as that is no number. */
  value: string
  complete: boolean
}

/**
 * Formats what has been typed so far. A number with `+` chooses its country.
 *
 * @example formatPhone("2015550123", "US").text // "(201) 555-0123"
 */
export function formatPhone(typed: string, country: CountryCode): TypedPhone {
  const asYouType = new AsYouType(country)
  const text = asYouType.input(typed)
  return {
    text,
    country: asYouType.getCountry() ?? country,
    value: asYouType.getNumberValue() ?? typed,
    complete: asYouType.isPossible(),
  }
}

/** A number in E.164, as its own country writes it. */
export function knownPhone(phone: string, country: CountryCode): TypedPhone {
  const typed = formatPhone(phone, country)
  const asYouType = new AsYouType()
  asYouType.input(phone)
  const text = asYouType.getNumber()?.formatNational()
  return text === undefined ? typed : { ...typed, text }
}

/** Who deletes a bracket or a space means the digit before it. */
export function afterEdit(before: string, now: string): string {
  const deletedSign =
    before.startsWith(now) && digitsIn(now) === digitsIn(before)
  return deletedSign ? now.replace(/\d\D*$/u, "") : now
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, "")
}

/** `+12015550123` as its owner reads it; what is no number stays as it is. */
function readablePhone(phone: string): string {
  return new AsYouType().input(phone)
}

/** A contact as its owner reads it. */
export function readableContact(contact: Contact, value: string): string {
  return contact === "phone" ? readablePhone(value) : value
}

/** Every country by its name in a language, in the order of that language. */
export function countriesIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: "region" })
  return getCountries()
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      prefix: `+${getCountryCallingCode(code)}`,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
}

export function prefixOf(country: CountryCode): string {
  return `+${getCountryCallingCode(country)}`
}
