import { parsePhone, type PhoneRules } from "../../contact"
import { bcryptPassword } from "../../password"

type Credentials =
  { phone: string; password: string; fault?: undefined } | { fault: string }

/**
 * Parses a new password of a request.
 *
 * @example parsePassword("x".repeat(73)).fault // "Password: expected at most 72 bytes, …"
 */
export function parsePassword(
  input: unknown
): { password: string; fault?: undefined } | { fault: string } {
  const { success, data, error } = bcryptPassword.safeParse(input)
  return success
    ? { password: data }
    : { fault: `Password: ${error.issues[0].message}.` }
}

/**
 * Parses phone and password in the body of a login or registration.
 *
 * @returns the phone in E.164, or what is wrong
 * @example parseCredentials({ phone: "+1 213 373 4253", password: "Secret" }, {})
 */
export function parseCredentials(
  body: unknown,
  rules: PhoneRules
): Credentials {
  const { phone, password } = Object(body) as Record<string, unknown>
  const parsedPhone = parsePhone(phone, rules)
  if (parsedPhone.fault !== undefined) {
    return { fault: parsedPhone.fault }
  }
  const parsed = parsePassword(password)
  return parsed.fault === undefined
    ? { phone: parsedPhone.value, password: parsed.password }
    : parsed
}
