import type { MedusaRequest } from "@medusajs/framework/http"
import { requestCodeLogin } from "../../../../../auth"
import { tokenIdentity } from "../../../../utils/check-session"
import { requestLocale } from "../../../../utils/request-locale"
import { runAfterAnswer, withErrors } from "../../../../utils/with-errors"
import type { OneContact } from "../../validators"

/** Sends a code to log in with; the answer says nothing about whether there is an account. */
export const POST = withErrors<MedusaRequest<OneContact>>(async (req, res) => {
  const { answer, deliver } = await requestCodeLogin(req.scope, {
    ...req.validatedBody,
    client_ip: req.ip,
    auth_identity_id: tokenIdentity(req),
    locale: requestLocale(req),
  })
  res.json(answer)
  runAfterAnswer(deliver)
})
