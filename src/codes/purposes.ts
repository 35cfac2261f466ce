import { z } from "zod"
import { CONTACTS, type Contact } from "../contact"
import type { CodeUse } from "../notifications"

type Purpose = {
  /** What the token of such a code says, beside the code's id and purpose. */
  claims: z.ZodObject
  /** Whether whoever knows a contact may request one; no answer says whether there is an account. */
  anonymous: boolean
  /** The contact of its customer that such a code goes to and verifies; `null` where the token says which. */
  verifies: Contact | null
  /** What its messages say, and by which templates. */
  words: CodeUse
}

const customer_id = z.string()
const contact = z.enum(CONTACTS)

/**
 * All that differs between the purposes of codes. A new one needs sentences in `notifications/languages` if its messages say
 * another thing, a place in the CHECK constraint of the table `otp_verification`, and the workflow that acts on the proof.
 */
export const PURPOSES = {
  email_verification: {
    claims: z.object({ customer_id }),
    anonymous: false,
    verifies: "email",
    words: "verification",
  },
  phone_verification: {
    claims: z.object({ customer_id }),
    anonymous: false,
    verifies: "phone",
    words: "verification",
  },
  contact_change: {
    claims: z.object({ customer_id, contact, new_value: z.string() }),
    anonymous: false,
    verifies: null,
    words: "verification",
  },
  password_recovery: {
    claims: z.object({ contact, value: z.string() }),
    anonymous: true,
    verifies: null,
    words: "verification",
  },
  login: {
    claims: z.object({ contact, value: z.string() }),
    anonymous: true,
    verifies: null,
    words: "login",
  },
  account_deletion_request: {
    claims: z.object({ customer_id, contact }),
    anonymous: false,
    verifies: null,
    words: "account_deletion_request",
  },
  account_deletion_cancel: {
    claims: z.object({ contact, value: z.string() }),
    anonymous: true,
    verifies: null,
    words: "account_deletion_cancel",
  },
} as const satisfies Record<`${Contact}_verification`, Purpose> &
  Record<string, Purpose>

type Purposes = typeof PURPOSES

/** What a code is for; it is valid for nothing else. */
export type OtpPurpose = keyof Purposes

/** Every purpose, as the values that a token may hold. */
export const OTP_PURPOSES = Object.keys(PURPOSES) as OtpPurpose[]

/** A purpose for which whoever knows a contact may request a code. */
export type AnonymousPurpose = {
  [Name in OtpPurpose]: Purposes[Name]["anonymous"] extends true ? Name : never
}[OtpPurpose]

/** `email_verification` or `phone_verification`. */
export type VerificationType = {
  [Name in OtpPurpose]: Purposes[Name]["verifies"] extends Contact
    ? Name
    : never
}[OtpPurpose]

/** The types of verification, as the values that a request may hold. */
export const VERIFICATION_TYPES = OTP_PURPOSES.filter(
  (purpose): purpose is VerificationType => PURPOSES[purpose].verifies !== null
)

/**
 * The claims of a token for one of these purposes. `jti` is the id of the code; `own` says that its customer asked for it
 * with a token of theirs, and that guesses at it are counted apart from those of strangers.
 */
export type ClaimsOf<Name extends OtpPurpose> = Name extends OtpPurpose
  ? { jti: string; purpose: Name; own?: boolean } & z.output<
      Purposes[Name]["claims"]
    >
  : never

/** The claims of an OTP token; each purpose has its own. */
export type OtpTokenClaims = ClaimsOf<OtpPurpose>
