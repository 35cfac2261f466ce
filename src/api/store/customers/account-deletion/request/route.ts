import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { signOtpToken } from "../../../../../codes"
import { requestAccountDeletionWorkflow } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreRequestDeletionType } from "../../validators"

/** Sends the customer the code that confirms the deletion of their account. */
export const POST = withErrors<
  AuthenticatedMedusaRequest<StoreRequestDeletionType>
>(async (req, res) => {
  const customer_id = req.auth_context.actor_id
  const reason = req.validatedBody.reason ?? undefined
  const { result } = await requestAccountDeletionWorkflow(req.scope).run({
    input: { customer_id, reason, client_ip: req.ip },
  })
  const purpose = "account_deletion_request"
  const claims = { purpose, customer_id, contact: result.contact } as const
  res.json(signOtpToken(req.scope, result, claims))
})
