import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { withErrors } from "../../utils/with-errors"

/**
 * Middleware: refuses a token whose customer was erased. Tokens are stateless and outlive an erasure, and Medusa's routes
 * would still write under the old id.
 */
export const requireCustomer = withErrors(
  async (req: AuthenticatedMedusaRequest, _res, next) => {
    const customer = await req.scope
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .retrieveContacts(req.auth_context.actor_id)
    if (!customer) {
      throw new PluginError("customer_gone")
    }
    next()
  }
)
