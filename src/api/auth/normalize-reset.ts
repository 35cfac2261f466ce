import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { findSpelling } from "../../auth"
import { PROVIDERS } from "../../medusa/identities"
import {
  newPassword,
  optionsOf,
  parseBody,
  printable,
  providersPassword,
} from "../utils/validation"
import { withErrors } from "../utils/with-errors"

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
    const [, provider] = UPDATE.exec(decodeURIComponent(req.path)) ?? []
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

/** Middleware: finds the e-mail of a reset request in whatever letter case it is stored. */
export const normalizeResetIdentifier = withErrors(
  async (req: MedusaRequest, _res, next) => {
    const { actor_type, auth_provider } = req.params
    const { data } = identifierSchema.safeParse(req.validatedBody)
    if (actor_type === "customer" && auth_provider === "emailpass" && data) {
      req.validatedBody = {
        ...Object(req.validatedBody),
        identifier: await findSpelling(req.scope, data.identifier.trim()),
      }
    }
    next()
  }
)
