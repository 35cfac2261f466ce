import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { findSpelling } from "../../auth"
import { PluginError } from "../../errors"
import {
  newPassword,
  optionsOf,
  parseBody,
  printable,
} from "../utils/validation"
import { withErrors } from "../utils/with-errors"

/**
 * Middleware: refuses a path that is no percent-encoding (RFC 3986 §2.1, in UTF-8), at which Express fails as soon as a
 * route reads a parameter of it, and Medusa 2.21 answers 500. Not so under `/admin`, where Medusa itself reads every path
 * before a plugin can.
 */
export const checkEncoding = withErrors(async (req, _res, next) => {
  if (!isReadable(req.path)) {
    throw new PluginError("invalid_path")
  }
  next()
})

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const UPDATE = /^\/customer\/emailpass\/update\/?$/i

const identifierSchema = z.object({ identifier: printable })

/**
 * Middleware: accepts the token of a password reset in the body as well as in the bearer header. It comes before
 * Medusa's check, which uses the token up, and so refuses a password that could not be set while the token is good.
 * The path is decoded, as Medusa decodes its parameters: `%65mailpass` is the same route. `checkEncoding` comes before.
 */
export const normalizeReset = withErrors(
  async (req: MedusaRequest, _res, next) => {
    // Express cuts the matcher of a middleware without methods off the path.
    if (req.method === "POST" && UPDATE.test(decodeURIComponent(req.path))) {
      const schema = z.looseObject({
        password: newPassword(optionsOf(req)),
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
