import type { MedusaRequest } from "@medusajs/framework/http"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"

// Longer ones are no browser's.
const MAX_HEADER = 500

/**
 * The language that a request of a customer wants, as far as the store has it: what the storefront says (`x-medusa-locale`, or
 * `?locale=` where Medusa reads it), else what the browser does (`accept-language`).
 *
 * @returns a language of the store's; `undefined` if it wants none of them
 * @example requestLocale(req) // "pt", of "pt-BR,pt;q=0.9,en;q=0.5"
 */
export function requestLocale(req: MedusaRequest): string | undefined {
  const { languages } = req.scope
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getMessages()
  const { locale } = req as { locale?: unknown }
  const said = [locale, req.query.locale, req.headers["x-medusa-locale"]]
  const tags = said.filter((tag) => typeof tag === "string")
  return languages.lookup([...tags, ...acceptedBy(req)])?.tag
}

function acceptedBy(req: MedusaRequest): string[] {
  const { length = 0 } = req.headers["accept-language"] ?? ""
  return length <= MAX_HEADER ? req.acceptsLanguages() : []
}
