import { z } from "zod"

const contact = z.enum(["email", "phone"])

/** The claims of an OTP token, by what its code is for. `jti` is the id of the code. */
export const otpTokenClaims = z.discriminatedUnion("purpose", [
  z.object({
    jti: z.string(),
    purpose: z.enum(["email_verification", "phone_verification"]),
    customer_id: z.string(),
  }),
  z.object({
    jti: z.string(),
    purpose: z.literal("contact_change"),
    customer_id: z.string(),
    contact,
    new_value: z.string(),
  }),
  z.object({
    jti: z.string(),
    purpose: z.literal("account_deletion_request"),
    customer_id: z.string(),
    contact,
  }),
  // No customer: whoever asks must not learn whether there is one.
  z.object({
    jti: z.string(),
    purpose: z.enum(["password_recovery", "account_deletion_cancel"]),
    contact,
    value: z.string(),
  }),
])

/** The claims of an OTP token; each purpose has its own. */
export type OtpTokenClaims = z.output<typeof otpTokenClaims>

/** The claims of a token for one of these purposes. */
export type ClaimsOf<Purpose extends OtpTokenClaims["purpose"]> = Extract<
  OtpTokenClaims,
  { purpose: Purpose }
>
