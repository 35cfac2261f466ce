import { MedusaError } from "@medusajs/framework/utils"

const { Types } = MedusaError

/** What a code says. */
export type ErrorRow = {
  status: number
  type: string
  message: string
  hint?: string
}

/**
 * Every error code of the plugin: the HTTP status, Medusa's error type, the words for shoppers and, where those are not
 * enough, a hint for developers. Codes are API: they are never renamed. Messages may change.
 */
export const ERRORS = {
  invalid_body: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "Something that was entered is not right. Check it and try again.",
  },
  invalid_query: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The query parameters are invalid.",
  },
  invalid_path: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "This address cannot be read.",
    hint: "The path is not valid percent-encoded UTF-8, or holds a NUL.",
  },
  already_registered: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "You are registered already.",
    hint: "The token in the request belongs to a customer: a registration needs that of a register request.",
  },
  contact_required: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "A contact is missing.",
  },
  contact_mismatch: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "Enter the same e-mail or phone as when you began to register.",
    hint: "The contact is not the one that the register request named.",
  },
  contact_taken: {
    status: 422,
    type: Types.DUPLICATE_ERROR,
    message: "This contact already belongs to an account. Log in instead.",
  },
  contact_change_not_allowed: {
    status: 400,
    type: Types.NOT_ALLOWED,
    // The words of the plugin that this one reimplements: storefronts may know them.
    message:
      "Contact changes require OTP verification. Use POST /store/customers/me/contact to request a change.",
  },
  provider_not_allowed: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "This way to register or log in is not enabled in this store.",
  },
  login_method_not_allowed: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "This way to log in is not enabled in this store.",
    hint: "The option `login.methods` lacks it.",
  },
  identity_exists: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "Identity with email already exists",
  },
  verification_required: {
    status: 403,
    type: Types.NOT_ALLOWED,
    message: "This account is not verified yet. Request a verification code.",
  },
  customer_not_found: {
    status: 404,
    type: Types.NOT_FOUND,
    message: "This customer does not exist.",
  },
  customer_gone: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "Unauthorized",
  },
  verification_not_configured: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "This store does not offer this verification.",
  },
  contact_missing: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The customer has no such contact that a code could go to.",
  },
  already_verified: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "This contact is already verified.",
  },
  password_wrong: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The old password is not right.",
  },
  password_invalid: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The new password cannot be used.",
  },
  password_too_short: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The new password is too short.",
  },
  password_common: {
    status: 400,
    type: Types.INVALID_DATA,
    message:
      "Many people use this password, so it is easy to guess. Choose another one.",
  },
  password_not_set: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "This account has no password: it logs in another way.",
    hint: "It logs in through another provider, or was registered by a code: then a recovery sets a password.",
  },
  reset_token_invalid: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "This link was used already or is too old. Ask for a new one.",
    hint: "The reset token is used, expired, void, or none.",
  },
  account_deletion_not_found: {
    status: 404,
    type: Types.NOT_FOUND,
    message: "No account deletion request has this id.",
  },
  account_deletion_scheduled: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message:
      "The deletion of this account is confirmed already. To keep the account, request a code that cancels the deletion.",
  },
  account_deletion_not_allowed: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "The request is not in a state that allows this.",
  },
  account_deletion_failed: {
    status: 503,
    type: Types.UNEXPECTED_STATE,
    message:
      "The account could not be erased completely. What failed is recorded on the request, and it is tried again.",
  },
  login_throttled: {
    status: 429,
    type: "too_many_requests",
    message:
      "Too many wrong passwords. Set a new password, or try again later.",
  },
  otp_throttled: {
    status: 429,
    type: "too_many_requests",
    message: "Too many codes were requested. Try again later.",
  },
  otp_delivery_failed: {
    status: 502,
    type: Types.UNEXPECTED_STATE,
    message: "The code could not be delivered. Try again in a moment.",
  },
  otp_invalid: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The code is not right.",
  },
  otp_expired: {
    status: 400,
    type: Types.INVALID_DATA,
    message:
      "The code has expired or a newer one replaced it. Request a new code.",
  },
  otp_used: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "The code was used already. Request a new code.",
  },
  otp_attempts_exceeded: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "Too many wrong codes. Request a new code, or try again tomorrow.",
  },
  otp_token_invalid: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "This code cannot be used any more. Request a new one.",
    hint: "`token` is forged, foreign, or for another purpose.",
  },
  undo_token_invalid: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "This link is not valid.",
  },
  undo_expired: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "This link has expired. Contact the shop.",
  },
  undo_used: {
    status: 400,
    type: Types.INVALID_DATA,
    message: "This link was used already, or that of an earlier change was.",
  },
  undo_running: {
    status: 409,
    type: Types.CONFLICT,
    message: "The contact is being changed. Try again in a minute.",
  },
  session_revoked: {
    status: 401,
    type: Types.UNAUTHORIZED,
    message: "This session has ended. Log in again.",
  },
  session_revocation_disabled: {
    status: 400,
    type: Types.NOT_ALLOWED,
    message: "This store does not end sessions before they expire.",
  },
} as const satisfies Record<string, ErrorRow>

/** A stable error code of this plugin. */
export type ErrorCode = keyof typeof ERRORS

/**
 * Whether a value is an error code of this plugin.
 *
 * @example isErrorCode("otp_invalid") // true
 */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERRORS, value)
}
