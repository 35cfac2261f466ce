import { z } from "zod"
import { VERIFICATION_TYPES } from "../../../workflows/otp/verification-types"

const text = (max: number) =>
  z
    .string("expected a string")
    .min(1, "expected at least 1 character")
    .max(max, `expected at most ${max} characters`)

/** Body of `POST /store/customers/otp/send`. */
export const StoreSendOtp = z.strictObject({
  customer_id: text(255).regex(/^[\w-]+$/, "expected a customer's id"),
  type: z.enum(
    VERIFICATION_TYPES,
    `expected ${VERIFICATION_TYPES.join(" or ")}`
  ),
})
export type StoreSendOtpType = z.output<typeof StoreSendOtp>

/** Body of `POST /store/customers/otp/verify`. */
export const StoreVerifyOtp = z.strictObject({
  token: text(4096),
  code: text(64),
})
export type StoreVerifyOtpType = z.output<typeof StoreVerifyOtp>

/** Body of `PATCH /store/customers/me`, which Medusa itself does not have. */
export const StorePatchCustomer = z.strictObject({
  company_name: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type StorePatchCustomerType = z.output<typeof StorePatchCustomer>
