import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { CONTACT_KINDS, parseNewContact } from "../../../contact"
import { PluginError } from "../../../errors"
import { CONTACTS } from "../../../options"
import {
  isNone,
  optionalContact,
  optionsOf,
  parseBody,
  storable,
} from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"

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

type Locals = { email?: string }

/**
 * Middleware: brings the contacts of `POST /store/customers` into their normal form before Medusa's own validation, which
 * accepts any text as a phone, also text that cannot be stored. The e-mail is kept from it: it refuses `r&d@example.com`.
 */
export const normalizeRegistration = withErrors(
  async (req: MedusaRequest, res, next) => {
    if (req.method === "POST" && req.path === "/") {
      const options = optionsOf(req)
      const schema = z.looseObject({
        email: optionalContact("email", options, parseNewContact),
        phone: optionalContact("phone", options, parseNewContact),
        ...PROFILE,
      })
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
