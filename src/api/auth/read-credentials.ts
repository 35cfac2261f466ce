import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { anyCountry } from "../../contact"
import { newPassword } from "../../password"
import { contactOfProvider } from "../../medusa/identities"
import { contactSchema } from "../utils/contact-schema"
import { logsInByPhone, optionsOf } from "../utils/options-of"
import { parseBody } from "../utils/parse-input"
import { withErrors } from "../utils/with-errors"
import { printable } from "./printable"

/**
 * Middleware: reads the contact of a registration into its normal form, in which Medusa then keeps it. Of passwords,
 * `emailpass` takes any; `phonepass` refuses by itself those that it cannot keep.
 */
export const readRegistration = forCustomers((req, contact) => {
  const options = optionsOf(req)
  const schema = z.looseObject({
    [contact]: contactSchema(contact, options),
    ...(contact === "email" && {
      password: newPassword(logsInByPhone(options)),
    }),
  })
  return parseBody(schema, req.body)
})

/**
 * Middleware: reads the contact of a login. An e-mail stays as it was typed: accounts from before the plugin may have
 * an odd one, in any letter case.
 */
export const readLogin = forCustomers((req, contact) => {
  const phone = anyCountry(optionsOf(req).phone)
  const schema =
    contact === "phone"
      ? z.looseObject({ phone: contactSchema(contact, { phone }) })
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
