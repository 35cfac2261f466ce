import type { OtpPurpose } from "../modules/otp-verification"
import type { Contact } from "../options"

/** What a verification code proves, by the purpose that the request names. */
export const VERIFICATION_CONTACTS = {
  email_verification: "email",
  phone_verification: "phone",
} as const satisfies Partial<Record<OtpPurpose, Contact>>

/** `email_verification` or `phone_verification`. */
export type VerificationType = keyof typeof VERIFICATION_CONTACTS

/** The types, as the values a request may name. */
export const VERIFICATION_TYPES = Object.keys(
  VERIFICATION_CONTACTS
) as VerificationType[]
