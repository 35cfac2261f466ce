import { dictionary } from "@zxcvbn-ts/language-common"
import { z } from "zod"

/** bcrypt reads no further than this many bytes. */
const MAX_BCRYPT_BYTES = 72

/** A password that `emailpass` can keep. */
export const anyPassword = z
  .string("expected a string")
  .min(1, "expected at least 1 character")
  .max(1024, "expected at most 1024 characters")

/** A password that `phonepass` can keep: refused if it is longer than bcrypt reads, never cut. */
export const bcryptPassword = anyPassword.refine(
  (password) => Buffer.byteLength(password) <= MAX_BCRYPT_BYTES,
  `expected at most ${MAX_BCRYPT_BYTES} bytes, which is fewer characters if they are not plain ASCII`
)

/** The store's rules for new passwords. */
export type PasswordRules = {
  /** Fewest characters. */
  min_length: number
  /** Whether the most common passwords are refused. */
  refuse_common: boolean
}

/** Why a new password is refused, with one sentence for whoever chose it. */
export type PasswordRefusal = {
  code: "password_too_short" | "password_common"
  message: string
}

/**
 * Why a new password is refused; nothing for a good one. Characters count as Unicode code points, and no kind of
 * character is asked for (NIST SP 800-63B-4, 3.1.1.2). A login asks for none of this: old passwords stay good.
 *
 * @example refusalOf("123456", { min_length: 8, refuse_common: true })?.code // "password_too_short"
 */
export function refusalOf(
  password: string,
  { min_length, refuse_common }: PasswordRules
): PasswordRefusal | undefined {
  if ([...password].length < min_length) {
    return {
      code: "password_too_short",
      message: `Choose a password of at least ${min_length} characters.`,
    }
  }
  return refuse_common && isCommon(password)
    ? {
        code: "password_common",
        message:
          "Many people use this password, so it is easy to guess. Choose another one.",
      }
    : undefined
}

// 49,000 passwords of leaks, in lower case; unpacking them takes a tenth of a second, so it is done once, at the start.
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"])

// In whatever letter case.
function isCommon(password: string): boolean {
  return COMMON.has(password.toLowerCase())
}
