import type { MedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../errors"
import { contactOfProvider } from "../../medusa/identities"
import { accepts } from "../../options"
import { optionsOf } from "../utils/validation"
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

/**
 * Middleware: of `emailpass` and `phonepass`, customers may use those that the option names. It reads the decoded
 * path parameter, so that another spelling of the path is the same provider.
 */
export function checkProvider(use: "registration" | "login") {
  return withErrors(async (req: MedusaRequest, res, next) => {
    const { actor_type, auth_provider } = req.params
    res.locals.auth_provider = auth_provider
    const contact =
      actor_type === "customer" ? contactOfProvider(auth_provider) : undefined
    if (contact && !accepts(optionsOf(req)[use].identifier, contact)) {
      throw new PluginError("provider_not_allowed")
    }
    next()
  })
}
