import { z } from "zod"

/** bcrypt reads no further than this many bytes. */
const MAX_BCRYPT_BYTES = 72

const sentence = (error: string) => ({ error, params: { sentence: true } })

/** A password that `emailpass` can keep. */
export const anyPassword = z
  .string("expected a string")
  .min(1, "expected at least 1 character")
  .refine(
    (password) => password.length <= 1024,
    sentence("Choose a password of at most 1,024 characters.")
  )

/** A password that `phonepass` can keep: refused if it is longer than bcrypt reads, never cut. */
export const bcryptPassword = anyPassword.refine(
  (password) => Buffer.byteLength(password) <= MAX_BCRYPT_BYTES,
  sentence(
    `Choose a password of at most ${MAX_BCRYPT_BYTES} bytes: fewer characters, if they are not plain letters and digits.`
  )
)
