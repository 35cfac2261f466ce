import type { MedusaRequest } from "@medusajs/framework/http"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { usesContact, type PluginOptions } from "../../options"

/** The plugin's options, from a request. */
export function optionsOf({
  scope,
}: Pick<MedusaRequest, "scope">): PluginOptions {
  return scope.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
}

/**
 * Whether passwords of this store may end up with `phonepass`.
 *
 * @example logsInByPhone(options) // true with registration.identifier "both"
 */
export function logsInByPhone(options: PluginOptions): boolean {
  return usesContact(options, "phone")
}
