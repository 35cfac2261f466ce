import type { MedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../errors"
import { accepts } from "../../options"
import { contactOfProvider } from "../../medusa/identities"
import { optionsOf } from "../utils/options-of"
import { withErrors } from "../utils/with-errors"

/**
 * Middleware: of `emailpass` and `phonepass`, customers may use those that the option names. It reads the decoded
 * path parameter, so that another spelling of the path is the same provider.
 */
export function allowProvider(use: "registration" | "login") {
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
