import type { MedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  contactOfProvider,
  PROVIDERS,
} from "../../workflows/auth/identity-contacts"
import { contactSchema } from "../utils/contact-schema"
import { optionsOf } from "../utils/options-of"
import { parseBody } from "../utils/validate-body"
import { withErrors } from "../utils/with-errors"

const printable = z
  .string("expected a string")
  .max(254, "expected at most 254 characters")
  .regex(/^[^\u0000-\u001f\u007f]*$/, "expected no control characters")

/** Middleware: reads the contact of a registration into its normal form, in which Medusa then keeps it. */
export const readRegistration = forCustomers(async (req, contact) => {
  const schema = z.looseObject({
    [contact]: contactSchema(contact, optionsOf(req)),
  })
  return parseBody(schema, req.body)
})

/** Middleware: reads the contact of a login into the form in which it was registered. */
export const readLogin = forCustomers(async (req, contact) => {
  if (contact === "phone") {
    const schema = z.looseObject({
      phone: contactSchema(contact, optionsOf(req)),
    })
    return parseBody(schema, req.body)
  }
  const body = parseBody(z.looseObject({ email: printable }), req.body)
  return { ...body, email: await registeredSpelling(req, body.email.trim()) }
})

type Read = (
  req: MedusaRequest,
  contact: "email" | "phone"
) => Promise<Record<string, unknown>>

function forCustomers(read: Read) {
  return withErrors(async (req: MedusaRequest, _res, next) => {
    const { actor_type, auth_provider } = req.params
    const contact = contactOfProvider(auth_provider)
    if (actor_type === "customer" && contact) {
      req.body = await read(req, contact)
    }
    next()
  })
}

// Medusa finds an identity by the exact letters; accounts from before the plugin may be in mixed case, several of
// them even in different ones. An identity without an account is not preferred to one that has one: anybody may
// have begun a registration in another spelling.
async function registeredSpelling(
  { scope }: MedusaRequest,
  email: string
): Promise<string> {
  const lowerCase = email.toLowerCase()
  const account = await scope
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccountContact("email", lowerCase)
  const spellings = [...new Set([email, account ?? lowerCase, lowerCase])]
  if (spellings.length === 1) {
    return email
  }
  const provider = PROVIDERS.email
  const identities = await scope
    .resolve(Modules.AUTH)
    .listProviderIdentities(
      { $or: spellings.map((entity_id) => ({ entity_id, provider })) },
      { relations: ["auth_identity"] }
    )
  const claimed = identities.filter(
    ({ auth_identity }) => auth_identity?.app_metadata?.customer_id
  )
  const known = claimed.length ? claimed : identities
  return (
    spellings.find((spelling) =>
      known.some(({ entity_id }) => entity_id === spelling)
    ) ?? lowerCase
  )
}
