import type {
  RegisterCustomerAnswer,
  VerifiedCustomer,
  VerifyOtpAnswer,
} from "../helpers/answers"

/** What a code proves. */
export type VerificationType = VerifyOtpAnswer["type"]

/** A login that is complete; its token is kept. */
export type LoggedIn = { status: "logged_in"; token: string }

/** The password is right, and the contact is not proven: `sendCode` takes this as it is. */
export type VerificationRequired = {
  status: "verification_required"
  code: "verification_required"
  /** For shoppers. */
  message: string
  customer_id: string
  verification_type: VerificationType
  /** Of a registration: codes sent with it have limits apart from a stranger's. */
  registration_token?: string
}

/** A login that wants a second factor: `verifyMfa` takes this with the code. */
export type MfaRequired = {
  status: "mfa_required"
  /** For the challenge alone. It is not kept. */
  token: string
  mfa_challenge: {
    id: string
    /** What a code may be of: `"totp"`, and `"recovery_code"` where the customer has some. */
    methods: string[]
    /** ISO 8601 */
    expires_at: string
    [field: string]: unknown
  }
}

/** Answer of a login. */
export type LoginAnswer = LoggedIn | VerificationRequired | MfaRequired

/** Answer of a registration: the new customer, and how far the login is. */
export type RegisterAnswer = RegisterCustomerAnswer & LoginAnswer

/** What is proven. */
type Verified = Omit<VerifyOtpAnswer, "token" | "needs_login" | "mfa_required">

/** Answer of a right code for a contact. */
export type VerifyCodeAnswer = Verified &
  (
    | { status: "verified"; needs_login: false; token: string }
    | { status: "verified"; needs_login: true; token: null }
    | (MfaRequired & { needs_login: true })
  )

/** Answer of what ends every session: a new one has begun, or the customer has to log in. */
export type RenewedAnswer =
  { needs_login: false; token: string } | { needs_login: true; token: null }

/** Answer of a changed password. */
export type ChangePasswordAnswer = RenewedAnswer & { success: true }

/** Answer of a proven contact change. */
export type VerifyContactAnswer = RenewedAnswer & { customer: VerifiedCustomer }

/** A request to delete an account; moments in ISO 8601. */
export type AccountDeletionRequest = {
  id: string
  customer_id: string
  status: "pending" | "confirmed" | "completed" | "cancelled"
  reason: string | null
  created_at: string
  confirmed_at: string | null
  scheduled_at: string | null
  completed_at: string | null
  cancelled_at: string | null
}

/** Answer of a confirmed or cancelled deletion. */
export type AccountDeletionAnswer = {
  account_deletion_request: AccountDeletionRequest
}
