/** A customer in the answers of the plugin's routes. */
export type VerifiedCustomer = {
  id: string
  email: string | null
  phone: string | null
  email_verified: boolean
  phone_verified: boolean
  /** An e-mail that the customer has not proven, and another account has named: `email` is `null` until then. */
  pending_email?: string
  [field: string]: unknown
}

/** Answer of `POST /store/customers/otp/send`. */
export type SendOtpAnswer = {
  /** Goes back to `otp/verify` with the code. */
  token: string
  /** ISO 8601 */
  expires_at: string
}

/** Answer of `POST /store/customers/otp/verify`. */
export type VerifyOtpAnswer = {
  verified: true
  type: "email_verification" | "phone_verification"
  email_verified: boolean
  phone_verified: boolean
  customer: VerifiedCustomer
  /** A login token, unless `needs_login`; with `mfa_required`, the token for Medusa's MFA challenge. */
  token: string | null
  needs_login: boolean
  mfa_required?: boolean
}

/** Answer of `POST /store/customers/contact-change/undo`. */
export type UndoContactChangeAnswer = {
  success: true
  /** Which contact is as before the change. */
  contact: "email" | "phone"
}

/** Answer of `POST /store/customers`. */
export type RegisterCustomerAnswer = {
  customer: VerifiedCustomer
  /** Of the codes that `autoSendOnRegistration` sent. */
  verification?: (SendOtpAnswer & { type: VerifyOtpAnswer["type"] })[]
}

/** Body of an error. */
export type ErrorAnswer = {
  type: string
  /** For shoppers. */
  message: string
  /** Stable; see the table of codes in USAGE.md. */
  code?: string
  /** For developers. */
  hint?: string
  /** Seconds, on 429. */
  retry_after?: number
  /** With code `verification_required`: whom and what to send a code for. */
  customer_id?: string
  verification_type?: VerifyOtpAnswer["type"]
}
