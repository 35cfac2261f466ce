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
  {
    error: `Choose a password of at most ${MAX_BCRYPT_BYTES} bytes: fewer characters, if they are not plain letters and digits.`,
    params: { sentence: true },
  }
)
