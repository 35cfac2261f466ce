import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { anyCountry, CONTACT_KINDS } from "../../../contact"
import { PluginError } from "../../../errors"
import { CONTACTS, type Contact, type PluginOptions } from "../../../options"
import { VERIFICATION_TYPES } from "../../../codes"
import {
  contactSchema,
  isStorable,
  optionsOf,
  parseBody,
} from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"

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

/** What customers enter about themselves, besides their contacts. */
const PROFILE = {
  company_name: name,
  first_name: name,
  last_name: name,
  metadata: storable(
    z.record(z.string(), z.unknown(), "expected an object of values")
  ),
}

/** Body of `POST` and `PATCH /store/customers/me`. */
const StoreUpdateProfile = z.strictObject(PROFILE)
export type StoreUpdateProfileType = z.output<typeof StoreUpdateProfile>

/**
 * Middleware: brings the contacts of `POST /store/customers` into their normal form before Medusa's own validation, which
 * does not trim an e-mail and accepts any text as a phone, also text that cannot be stored.
 */
export const normalizeRegistration = withErrors(
  async (req: MedusaRequest, _res, next) => {
    if (req.method === "POST" && req.path === "/") {
      const options = optionsOf(req)
      const schema = z.looseObject({
        email: contactSchema("email", options).nullish(),
        phone: contactSchema("phone", options).nullish(),
        ...PROFILE,
      })
      req.body = parseBody(schema, req.body)
    }
    next()
  }
)

/**
 * Middleware: validates a profile update before Medusa does, and refuses a contact: a change of contact needs a code to
 * the new one. Medusa validates a POST alone, and no PATCH.
 */
export const normalizeProfile = withErrors(
  async (req: MedusaRequest, _res, next) => {
    if (/^\/store\/customers\/me\/?$/i.test(req.path)) {
      const contact = CONTACTS.find((field) => field in Object(req.body))
      if (contact) {
        throw new PluginError("contact_change_not_allowed", {
          message: `${CONTACT_KINDS[contact].label} changes require OTP verification. Use POST /store/customers/me/contact to request a change.`,
        })
      }
      req.validatedBody = req.body = parseBody(StoreUpdateProfile, req.body)
    }
    next()
  }
)

/** Body of the anonymous requests for a code: exactly one contact. */
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
