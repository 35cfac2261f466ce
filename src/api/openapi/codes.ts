import type { Code } from "./entry"

// What several routes refuse with.

/** A code is sent. */
export const SENDS: Code[] = [
  "verification_not_configured",
  "otp_throttled",
  "otp_delivery_failed",
]

/** A code is sent, and the answer says nothing about whether it was. */
export const SENDS_QUIETLY: Code[] = [
  "verification_not_configured",
  "otp_throttled",
]

/** A code is read. */
export const READS: Code[] = [
  "otp_token_invalid",
  "otp_invalid",
  "otp_expired",
  "otp_used",
  "otp_attempts_exceeded",
]

/** A new password is read. */
export const NEW_PASSWORD: Code[] = ["password_too_short", "password_common"]

/** A new password is read, and set. */
export const SETS_PASSWORD: Code[] = [
  ...NEW_PASSWORD,
  "password_invalid",
  "password_not_set",
]

/** A login comes out, or an act that only a proven login may do. */
export const GATED: Code[] = ["verification_required"]
