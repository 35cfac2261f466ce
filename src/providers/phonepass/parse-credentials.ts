import {
  parseKnownContact,
  parseNewContact,
  type ContactParse,
  type PhoneRules,
} from "../../contact"
import { bcryptPassword } from "../../password"

type Credentials =
  { phone: string; password: string; fault?: undefined } | { fault: string }

/**
 * Parses a new password of a request.
 *
 * @example parsePassword("x".repeat(73)).fault // "Password: Choose a password of at most 72 bytes: …"
 */
export function parsePassword(
  input: unknown
): { password: string; fault?: undefined } | { fault: string } {
  const { success, data, error } = bcryptPassword.safeParse(input)
  return success
    ? { password: data }
    : { fault: `Password: ${error.issues[0].message}` }
}

/**
 * A phone that registers, by the rules of today.
 *
 * @example newPhone("+1 213 373 4253", {}).value // "+12133734253"
 */
export function newPhone(input: unknown, rules: PhoneRules): ContactParse {
  return parseNewContact("phone", input, rules)
}

/**
 * A phone that an identity has: what is stored is not judged, and so any text may be one.
 *
 * @example knownPhone("+5215512345678", {}).value // "+5215512345678"
 */
export function knownPhone(input: unknown, rules: PhoneRules): ContactParse {
  const known = parseKnownContact("phone", input, rules)
  return known.value === undefined && isText(input)
    ? { value: input.trim() }
    : known
}

// PostgreSQL keeps no NUL, and no entity_id is longer than an e-mail.
function isText(input: unknown): input is string {
  return typeof input === "string" && /^[^\p{C}]{1,254}$/u.test(input)
}

/**
 * Parses phone and password in the body of a login or registration.
 *
 * @param parse `newPhone` for a registration, `knownPhone` for a login
 * @returns the phone in E.164, or what is wrong
 * @example parseCredentials({ phone: "+1 213 373 4253", password: "Secret" }, newPhone, {})
 */
export function parseCredentials(
  body: unknown,
  parse: typeof newPhone,
  rules: PhoneRules
): Credentials {
  const { phone, password } = Object(body) as Record<string, unknown>
  const parsedPhone = parse(phone, rules)
  if (parsedPhone.fault !== undefined) {
    return { fault: parsedPhone.fault }
  }
  const parsed = parsePassword(password)
  return parsed.fault === undefined
    ? { phone: parsedPhone.value, password: parsed.password }
    : parsed
}
