import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { contactOfProvider } from "../../workflows/auth/identity-contacts"
import { contactSchema } from "../utils/contact-schema"
import { optionsOf } from "../utils/options-of"
import { parseBody } from "../utils/parse-input"
import { withErrors } from "../utils/with-errors"

const printable = z
  .string("expected a string")
  .max(254, "expected at most 254 characters")
  .regex(/^[^\u0000-\u001f\u007f]*$/, "expected no control characters")

/** Middleware: reads the contact of a registration into its normal form, in which Medusa then keeps it. */
export const readRegistration = forCustomers((req, contact) => {
  const schema = z.looseObject({
    [contact]: contactSchema(contact, optionsOf(req)),
  })
  return parseBody(schema, req.body)
})

/**
 * Middleware: reads the contact of a login. An e-mail stays as it was typed: accounts from before the plugin may have
 * an odd one, in any letter case.
 */
export const readLogin = forCustomers((req, contact) => {
  const schema =
    contact === "phone"
      ? z.looseObject({ phone: contactSchema(contact, optionsOf(req)) })
      : z.looseObject({ email: printable.trim() })
  return parseBody(schema, req.body)
})

type Read = (
  req: MedusaRequest,
  contact: "email" | "phone"
) => Record<string, unknown>

function forCustomers(read: Read) {
  return withErrors(async (req: MedusaRequest, _res, next) => {
    const { actor_type, auth_provider } = req.params
    const contact = contactOfProvider(auth_provider)
    if (actor_type === "customer" && contact) {
      req.body = read(req, contact)
    }
    next()
  })
}
