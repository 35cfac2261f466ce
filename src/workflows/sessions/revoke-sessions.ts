import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { renewedLogin, type LoginAnswer } from "../../auth"
import { requireProfile } from "../../codes"
import { PluginError } from "../../errors"
import { issuedAt } from "../../medusa/tokens"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import {
  revokeSessionsStep,
  type RevokeSessionsInput,
} from "../shared/revoke-sessions"

export const revokeSessionsWorkflowId = "revoke-sessions"

/**
 * Signs a customer out everywhere: every login token and session that they have so far is void. Used by
 * `POST /store/customers/me/sessions/revoke`.
 *
 * @returns `{ valid_from }`, the epoch second from which on tokens count; nothing with `sessions.revoke: false`
 * @throws PluginError `session_revoked` if `session_iat` is void already
 * @example await revokeSessionsWorkflow(container).run({ input: { customer_id } })
 */
export const revokeSessionsWorkflow = createWorkflow(
  revokeSessionsWorkflowId,
  (input: RevokeSessionsInput) =>
    new WorkflowResponse(revokeSessionsStep(input))
)

/**
 * Signs a logged-in customer out everywhere else.
 *
 * @returns their new login
 * @throws PluginError `session_revocation_disabled`, `session_revoked`
 * @example res.json(await revokeOtherSessions(req))
 */
export async function revokeOtherSessions(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">
): Promise<LoginAnswer> {
  const { scope, auth_context } = request
  const registration = scope.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!registration.getOptions().sessions.revoke) {
    throw new PluginError("session_revocation_disabled")
  }
  const customer_id = auth_context.actor_id
  const { result } = await revokeSessionsWorkflow(scope).run({
    input: { customer_id, session_iat: issuedAt(auth_context) },
  })
  const customer = await requireProfile(scope, customer_id)
  return await renewedLogin(request, customer, "email", result.valid_from)
}
