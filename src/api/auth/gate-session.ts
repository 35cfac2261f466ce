import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { assertVerified } from "../../auth/assert-verified"
import { providerOf } from "../../medusa/provider-of"
import { withErrors } from "../utils/with-errors"

/** Middleware: a token of a customer who is not verified any more makes no session. */
export const gateSession = withErrors(
  async ({ auth_context, scope }: AuthenticatedMedusaRequest, _res, next) => {
    const { actor_type, actor_id, auth_identity_id } = auth_context
    if (actor_type === "customer" && actor_id) {
      await assertVerified(scope, {
        customer_id: actor_id,
        auth_identity_id,
        auth_provider: providerOf(auth_context),
      })
    }
    next()
  }
)
