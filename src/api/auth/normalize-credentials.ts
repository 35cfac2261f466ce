import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { assertNotOverwritten, type Credentials } from "../../auth"
import { parseKnownContact, parseNewContact } from "../../contact"
import { contactOfProvider, PROVIDERS } from "../../medusa/identities"
import type { Contact } from "../../options"
import {
  contactSchema,
  newPassword,
  optionsOf,
  parseBody,
  printable,
  providersPassword,
} from "../utils/validation"
import { withErrors } from "../utils/with-errors"

/**
 * Middleware: brings the contact of a registration into its normal form, in which Medusa then keeps it. The
 * password is a new one; `phonepass` refuses by itself those that it cannot keep.
 */
export const normalizeRegistration = forCustomers((req, contact) => {
  const options = optionsOf(req)
  return z.looseObject({
    [contact]: contactSchema(contact, options, parseNewContact),
    password:
      contact === "email" ? newPassword(options) : providersPassword(options),
  })
})

/**
 * Middleware: brings the contact of a login into its normal form. An e-mail stays as it was typed: accounts from before
 * the plugin may have an odd one, in any letter case.
 */
export const normalizeLogin = forCustomers((req, contact) =>
  z.looseObject({
    [contact]:
      contact === "phone"
        ? contactSchema(contact, optionsOf(req), parseKnownContact)
        : printable.trim(),
  })
)

function forCustomers(
  schemaOf: (req: MedusaRequest, contact: Contact) => z.ZodType<Body>
) {
  return withErrors(async (req: MedusaRequest, res, next) => {
    const { actor_type, auth_provider } = req.params
    const contact = contactOfProvider(auth_provider)
    if (actor_type === "customer" && contact) {
      const body = parseBody(schemaOf(req, contact), req.body)
      req.body = body
      const locals: Locals = res.locals
      locals.credentials = credentialsIn(body, contact)
    }
    next()
  })
}

type Body = Record<string, unknown>
type Locals = { credentials?: Credentials }

function credentialsIn(body: Body, contact: Contact): Credentials {
  const { password } = body
  return {
    contact,
    value: String(body[contact]),
    password: typeof password === "string" ? password : undefined,
  }
}

/** What a customer logs in with, after `normalizeLogin`; nothing for other actors and other providers. */
export function credentialsOf(res: MedusaResponse): Credentials | undefined {
  const locals: Locals = res.locals
  return locals.credentials
}

const emailAndPassword = z.object({ email: z.string(), password: z.string() })

/** Middleware: a second registration of an e-mail overwrites no password, whatever kind of actor registers. */
export const keepPassword = withErrors(
  async ({ params, body, scope }: MedusaRequest, _res, next) => {
    const { data } = emailAndPassword.safeParse(body)
    if (params.auth_provider === PROVIDERS.email && data) {
      await assertNotOverwritten(scope, data)
    }
    next()
  }
)
