import type { PhoneRules } from "./parse-phone"

/**
 * The rules for a phone that somebody has already: `allowed_countries` is about new ones, and locks no customer out.
 *
 * @example parsePhone("+12133734253", anyCountry({ allowed_countries: ["DE"] })).value // "+12133734253"
 */
export function anyCountry({ default_country }: PhoneRules): PhoneRules {
  return { default_country }
}
