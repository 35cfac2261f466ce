import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  assertNotOverwritten,
  isInterrupted,
  type Credentials,
} from "../../auth"
import { anyCountry } from "../../contact"
import { PluginError } from "../../errors"
import { login } from "../../medusa/handlers"
import { contactOfProvider, PROVIDERS } from "../../medusa/identities"
import type { Contact } from "../../options"
import {
  contactSchema,
  newPassword,
  optionsOf,
  parseBody,
  printable,
} from "../utils/validation"
import { withErrors } from "../utils/with-errors"

/**
 * Middleware: brings the contact of a registration into its normal form, in which Medusa then keeps it. Of passwords,
 * `emailpass` accepts any; `phonepass` refuses by itself those that it cannot keep.
 */
export const normalizeRegistration = forCustomers((req, contact) => {
  const options = optionsOf(req)
  return z.looseObject({
    [contact]: contactSchema(contact, options),
    ...(contact === "email" && { password: newPassword(options) }),
  })
})

/**
 * Middleware: brings the contact of a login into its normal form. An e-mail stays as it was typed: accounts from before
 * the plugin may have an odd one, in any letter case.
 */
export const normalizeLogin = forCustomers((req, contact) => {
  const phone = anyCountry(optionsOf(req).phone)
  return z.looseObject({
    [contact]:
      contact === "phone"
        ? contactSchema(contact, { phone })
        : printable.trim(),
  })
})

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

/**
 * Middleware: a registration that was interrupted goes on with the same password. Medusa answers the token of a login for
 * it, from which the gate takes the customer who does not exist yet.
 */
export const resumeRegistration = withErrors(
  async (req: MedusaRequest, res, next) => {
    const credentials = credentialsOf(res)
    if (!credentials || !(await isInterrupted(req.scope, credentials))) {
      next()
      return
    }
    try {
      await login(req, res)
    } catch (error) {
      const wrong =
        MedusaError.isMedusaError(error) &&
        error.type === MedusaError.Types.UNAUTHORIZED
      throw wrong ? new PluginError("identity_exists") : error
    }
  }
)
