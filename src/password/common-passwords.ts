import { dictionary } from "@zxcvbn-ts/language-common"

// 49,000 passwords of leaks, in lower case; unpacking them takes a tenth of a second, so it is done once, at the start.
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"])

/**
 * Whether a password is one of the most common ones, in whatever letter case.
 *
 * @example isCommon("Password1") // true
 */
export function isCommon(password: string): boolean {
  return COMMON.has(password.toLowerCase())
}
