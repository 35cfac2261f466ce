import type { MedusaRequest } from "@medusajs/framework/http"
import { requestDeletionCancel } from "../../../../../codes"
import { tokenIdentity } from "../../../../utils/check-session"
import { requestLocale } from "../../../../utils/request-locale"
import { runAfterAnswer, withErrors } from "../../../../utils/with-errors"
import type { OneContact } from "../../validators"

/** Sends a code to cancel a deletion; the answer says nothing about whether there is one, or an account. */
export const POST = withErrors<MedusaRequest<OneContact>>(async (req, res) => {
  const { answer, deliver } = await requestDeletionCancel(req.scope, {
    ...req.validatedBody,
    client_ip: req.ip,
    auth_identity_id: tokenIdentity(req),
    locale: requestLocale(req),
  })
  res.json(answer)
  runAfterAnswer(deliver)
})
