import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { signOtpToken } from "../../../../../codes"
import { requestAccountDeletion } from "../../../../../workflows/internal"
import { knownSession } from "../../../../utils/check-session"
import { requestLocale } from "../../../../utils/request-locale"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreRequestDeletionType } from "../../validators"

/** Sends the customer the code that confirms the deletion of their account. */
export const POST = withErrors<
  AuthenticatedMedusaRequest<StoreRequestDeletionType>
>(async (req, res) => {
  const customer_id = req.auth_context.actor_id
  const reason = req.validatedBody.reason ?? undefined
  const sent = await requestAccountDeletion(
    req.scope,
    { customer_id, reason, client_ip: req.ip, locale: requestLocale(req) },
    knownSession(res, customer_id)?.contacts
  )
  const purpose = "account_deletion_request"
  const claims = { purpose, customer_id, contact: sent.contact } as const
  res.json(signOtpToken(req.scope, sent, claims))
})
