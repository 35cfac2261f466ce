import type { MedusaRequest } from "@medusajs/framework/http"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { PluginOptions } from "../../options"

/** The plugin's options, from a request. */
export function optionsOf({
  scope,
}: Pick<MedusaRequest, "scope">): PluginOptions {
  return scope.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
}
