import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { knownSession } from "../../utils/check-session"
import { withErrors } from "../../utils/with-errors"

/**
 * Middleware: refuses a token whose customer was erased. Tokens are stateless and outlive an erasure, and Medusa's routes
 * would still write under the old id.
 */
export const requireCustomer = withErrors(
  async (req: AuthenticatedMedusaRequest, res, next) => {
    const { actor_id } = req.auth_context
    const session = knownSession(res, actor_id)
    const customer = session
      ? session.contacts
      : await req.scope
          .resolve(CUSTOMER_REGISTRATION_MODULE)
          .retrieveContacts(actor_id)
    if (!customer) {
      throw new PluginError("customer_gone")
    }
    next()
  }
)
