import { z } from "zod"

/** Text that may be looked up: without the NUL at which PostgreSQL fails, and no longer than an e-mail. */
export const printable = z
  .string("expected a string")
  .max(254, "expected at most 254 characters")
  .regex(/^[^\u0000-\u001f\u007f]*$/, "expected no control characters")
