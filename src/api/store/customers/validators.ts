import { z } from "zod"
import { VERIFICATION_TYPES } from "../../../codes"
import { parseKnownContact, parseNewContact } from "../../../contact"
import { CONTACTS, type Contact, type PluginOptions } from "../../../options"
import { optionalContact, storable } from "../../utils/validation"

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

/** Body of `POST /store/customers/contact-change/undo`. */
export const StoreUndoContactChange = z.strictObject({ token: text(4096) })
export type StoreUndoContactChangeType = z.output<typeof StoreUndoContactChange>

/** Body of the anonymous requests for a code: exactly one contact. */
export const storeOneContact = (options: PluginOptions) =>
  oneContact(options, parseKnownContact)

/** Body of `POST /store/customers/me/contact`: exactly one contact. */
export const storeNewContact = (options: PluginOptions) =>
  oneContact(options, parseNewContact)

const oneContact = (
  options: PluginOptions,
  parse: typeof parseNewContact | typeof parseKnownContact
) =>
  z
    .strictObject({
      email: optionalContact("email", options, parse),
      phone: optionalContact("phone", options, parse),
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
