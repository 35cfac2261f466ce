import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { VERIFICATION_TYPES } from "../../../codes"
import {
  CONTACT_KINDS,
  parseKnownContact,
  parseNewContact,
} from "../../../contact"
import { PluginError } from "../../../errors"
import { CONTACTS, type Contact, type PluginOptions } from "../../../options"
import {
  isNone,
  madeOnce,
  optionalContact,
  optionsOf,
  parseBody,
  storable,
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
export const StoreUpdateProfile = z.strictObject(PROFILE)
export type StoreUpdateProfileType = z.output<typeof StoreUpdateProfile>

type Locals = { email?: string }

/** Body of `POST /store/customers`. */
export const registrationOf = madeOnce((options) =>
  z.looseObject({
    email: optionalContact("email", options, parseNewContact),
    phone: optionalContact("phone", options, parseNewContact),
    ...PROFILE,
  })
)

/**
 * Middleware: brings the contacts of `POST /store/customers` into their normal form before Medusa's own validation, which
 * accepts any text as a phone, also text that cannot be stored. The e-mail is kept from it: it refuses `r&d@example.com`.
 */
export const normalizeRegistration = withErrors(
  async (req: MedusaRequest, res, next) => {
    if (req.method === "POST" && req.path === "/") {
      const schema = registrationOf(optionsOf(req))
      const { email, ...body } = parseBody(schema, req.body)
      const locals: Locals = res.locals
      locals.email = email
      req.body = body
    }
    next()
  }
)

/** Middleware: puts the e-mail of a registration back, after Medusa's validation. */
export const restoreEmail = withErrors(
  async (req: MedusaRequest, res, next) => {
    const { email }: Locals = res.locals
    req.body = { ...Object(req.body), email }
    req.validatedBody = { ...Object(req.validatedBody), email }
    next()
  }
)

type Body = Record<string, unknown>

/**
 * Middleware: validates a profile update before Medusa does, and refuses a contact: a change of contact needs a code to
 * the new one. Medusa validates a POST alone, and no PATCH.
 */
export const normalizeProfile = withErrors(
  async (req: MedusaRequest, _res, next) => {
    if (/^\/store\/customers\/me\/?$/i.test(req.path)) {
      const { email, phone, ...profile } = Object(req.body) as Body
      const contacts = { email, phone }
      const contact = CONTACTS.find((field) => !isNone(contacts[field]))
      if (contact) {
        throw new PluginError("contact_change_not_allowed", {
          message: `${CONTACT_KINDS[contact].label} changes require OTP verification. Use POST /store/customers/me/contact to request a change.`,
        })
      }
      req.validatedBody = req.body = parseBody(StoreUpdateProfile, profile)
    }
    next()
  }
)
