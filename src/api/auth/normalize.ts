import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  findResetIdentifier,
  isInterrupted,
  type Credentials,
} from "../../auth"
import { parseKnownContact, parseNewContact } from "../../contact"
import { PluginError } from "../../errors"
import { login } from "../../medusa/handlers"
import { contactOfProvider, PROVIDERS } from "../../medusa/logins"
import type { Contact } from "../../options"
import {
  contactSchema,
  newPassword,
  optionsOf,
  parseBody,
  printable,
  providersPassword,
} from "../utils/validation"
import { requestLocale } from "../utils/request-locale"
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

const RESET = /^\/customer\/(emailpass|phonepass)\/reset-password\/?$/i
const UPDATE = /^\/customer\/(emailpass|phonepass)\/update\/?$/i

const identifierSchema = z.object({ identifier: printable })

/**
 * Middleware: accepts the token of a password reset in the body as well as in the bearer header. It comes before
 * Medusa's check, which uses the token up, and so refuses a password that could not be set while the token is good.
 * The path is decoded, as Medusa decodes its parameters: `%65mailpass` is the same route. `checkEncoding` comes before.
 */
export const normalizeReset = withErrors(
  async (req: MedusaRequest, _res, next) => {
    // Express cuts the matcher of a middleware without methods off the path.
    const path = decodeURIComponent(req.path)
    if (req.method === "POST" && RESET.test(path)) {
      // Medusa fails at a value that makes no text.
      parseBody(
        z.looseObject({ identifier: z.string("expected a string") }),
        req.body
      )
    }
    const [, provider] = UPDATE.exec(path) ?? []
    if (req.method === "POST" && provider) {
      const options = optionsOf(req)
      const schema = z.looseObject({
        password:
          provider.toLowerCase() === PROVIDERS.phone
            ? providersPassword(options)
            : newPassword(options),
        token: z.string("expected a string").max(4096).optional(),
      })
      const { token, ...body } = parseBody(schema, req.body)
      req.body = body
      if (token !== undefined) {
        req.headers.authorization ??= `Bearer ${token}`
      }
    }
    next()
  }
)

/**
 * Middleware: finds what the login of a reset request is stored by, and notes the language of the request for the mail, if the
 * storefront has said none.
 */
export const normalizeResetIdentifier = withErrors(
  async (req: MedusaRequest, _res, next) => {
    const { actor_type, auth_provider } = req.params
    const { data } = identifierSchema.safeParse(req.validatedBody)
    if (actor_type === "customer" && auth_provider === "emailpass" && data) {
      const metadata: unknown = Reflect.get(
        Object(req.validatedBody) as object,
        "metadata"
      )
      req.validatedBody = {
        ...Object(req.validatedBody),
        metadata: {
          locale: requestLocale(req),
          ...(Object(metadata) as object),
        },
        identifier: await findResetIdentifier(
          req.scope,
          data.identifier.trim()
        ),
      }
    }
    next()
  }
)
