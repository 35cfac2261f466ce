import { z } from "zod"
import { anyCountry } from "../../../contact"
import { CONTACTS, type Contact, type PluginOptions } from "../../../options"
import { anyPassword } from "../../../password"
import { VERIFICATION_TYPES } from "../../../codes"
import { contactSchema, isStorable, newPassword } from "../../utils/validation"

/** One contact in its normal form. */
export type OneContact = { contact: Contact; value: string }

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

const storable = <Schema extends z.ZodType>(schema: Schema) =>
  schema.refine((value) => isStorable(value), "cannot be stored").nullish()

const name = storable(z.string("expected a string"))

/** What customers say of themselves, besides their contacts. */
export const PROFILE = {
  company_name: name,
  first_name: name,
  last_name: name,
  metadata: storable(
    z.record(z.string(), z.unknown(), "expected an object of values")
  ),
}

/** Body of `POST` and `PATCH /store/customers/me`. */
export const StoreUpdateProfile = z.strictObject(PROFILE)
export type StoreUpdateProfileType = z.output<typeof StoreUpdateProfile>

/** Body of the routes to which somebody names a contact that they have: exactly one. */
export const storeOneContact = ({ phone }: PluginOptions) =>
  oneContact({ phone: anyCountry(phone) })

/** Body of `POST /store/customers/me/contact`: exactly one contact. */
export const storeNewContact = (options: PluginOptions) => oneContact(options)

const oneContact = (options: Pick<PluginOptions, "phone">) =>
  z
    .strictObject({
      email: contactSchema("email", options).optional(),
      phone: contactSchema("phone", options).optional(),
    })
    .transform((body, context): OneContact => {
      const [given, ...more] = CONTACTS.flatMap((contact) => {
        const value = body[contact]
        return value === undefined ? [] : [{ contact, value }]
      })
      if (!given || more.length) {
        context.addIssue({
          code: "custom",
          message: "expected exactly one of email and phone",
        })
        return z.NEVER
      }
      return given
    })

/** Body of `POST /store/customers/account-deletion/request`. */
export const StoreRequestDeletion = z.strictObject({
  reason: storable(text(1000)),
})
export type StoreRequestDeletionType = z.output<typeof StoreRequestDeletion>

/** Body of `POST /store/customers/me/password`. */
export const storeChangePassword = (options: PluginOptions) =>
  z.strictObject({
    old_password: anyPassword,
    new_password: newPassword(options),
  })
export type StoreChangePasswordType = z.output<
  ReturnType<typeof storeChangePassword>
>

/** Body of `POST /store/customers/password/confirm`. */
export const storeConfirmRecovery = (options: PluginOptions) =>
  StoreVerifyOtp.extend({ password: newPassword(options) })
export type StoreConfirmRecoveryType = z.output<
  ReturnType<typeof storeConfirmRecovery>
>
