import type { ErrorCode } from "./codes"
import type { MEDUSA_ERRORS } from "./medusa-errors"

/** A code that the routes answer: one of the plugin's, or of what Medusa refuses. */
export type AnsweredCode = ErrorCode | keyof typeof MEDUSA_ERRORS

/** When each error comes, for developers: the error table in USAGE.md and the OpenAPI document are made of it. */
export const ERROR_SENTENCES: Record<AnsweredCode, string> = {
  invalid_body:
    "a field is missing, unknown, or not what it should be; the hint says which",
  invalid_query:
    "a query parameter is unknown, or not what it should be; the message says which",
  invalid_path: "the path is not valid percent-encoded UTF-8, or holds a NUL",
  already_registered: "the token belongs to a customer already",
  contact_required: "the mode asks for a contact that is not there",
  contact_mismatch:
    "the contact is not the one the registration was started with",
  contact_taken:
    "another account has proven it or logs in with it; the type is `duplicate_error`",
  contact_change_not_allowed: "`email` or `phone` in a profile update",
  provider_not_allowed: "this login or registration is not enabled",
  login_method_not_allowed:
    "the store logs customers in another way: `login.methods` says which",
  identity_exists: "this contact has a login already: log in with it instead",
  verification_required: "see [Logging in](#logging-in)",
  customer_not_found: "no customer has this id",
  customer_gone: "the token's customer was deleted, and it wants to write",
  verification_not_configured: "the store does not offer this verification",
  contact_missing:
    "the customer has no such contact, or one that no code can reach",
  already_verified: "there is nothing to prove",
  password_wrong:
    "the old password is not right, or another was set at the same moment",
  password_invalid: "the new password cannot be used",
  password_too_short:
    "the new password has fewer characters than `password.min_length`",
  password_common: "the new password is one of the most common ones",
  password_not_set:
    "the account logs in through another provider, or was registered by a code: a recovery sets a password then",
  reset_token_invalid: "the reset token is used, expired or void",
  account_deletion_not_found: "no deletion request has this id",
  account_deletion_scheduled:
    "the deletion is confirmed already; cancel it to keep the account",
  account_deletion_not_allowed:
    "the request is over, not confirmed, or its execution has begun",
  account_deletion_failed:
    "a step of the erasure failed; it is recorded and tried again",
  login_throttled:
    "too many wrong passwords for this contact; wait `retry_after` seconds, or recover",
  otp_throttled:
    "too many codes; wait `retry_after` seconds (also in `Retry-After`)",
  otp_delivery_failed:
    "the provider failed; the code is void and nothing counts: try again",
  otp_invalid: "the code is not right, or can be none (this is no guess)",
  otp_expired: "the code has expired, or a newer one replaced it",
  otp_used: "the code was used",
  otp_attempts_exceeded: "too many wrong codes",
  otp_token_invalid: "the token is forged, foreign or for another purpose",
  undo_token_invalid:
    "this is no link that undoes a contact change, or an old one",
  undo_expired: "its time is over (`contact_change.undo_hours`)",
  undo_used: "it was used, or that of an earlier change was",
  undo_running: "the contact is being changed right now: try again in a minute",
  session_revoked:
    "the login is older than the last change that ended sessions: log in again",
  session_revocation_disabled:
    "the store does not end sessions (`sessions.revoke: false`)",
  unauthorized: "Medusa: no login, or one that does not count here",
  credentials_invalid:
    "Medusa: the login or the password is wrong, or cannot be one",
  mfa_required: "Medusa: the second factor is missing, or too long ago",
  not_allowed:
    "Medusa: no valid publishable key, or a rule of the store forbids it",
  forbidden: "Medusa: the admin's role does not allow it",
  not_found: "Medusa: there is nothing of this id",
  body_too_large: "Medusa: the body is larger than the server reads",
  unknown_error: "Medusa: the server failed; its log says at what",
}
