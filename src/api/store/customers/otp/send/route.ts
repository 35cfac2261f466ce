import type { MedusaRequest } from "@medusajs/framework/http"
import { sendVerificationCode, signOtpToken } from "../../../../../codes"
import { tokenIdentity } from "../../../../utils/check-session"
import { requestLocale } from "../../../../utils/request-locale"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreSendOtpType } from "../../validators"

/** Sends a customer the code that verifies their e-mail or phone. */
export const POST = withErrors<MedusaRequest<StoreSendOtpType>>(
  async (req, res) => {
    const { customer_id, type } = req.validatedBody
    const challenge = await sendVerificationCode(req.scope, {
      customer_id,
      type,
      client_ip: req.ip,
      auth_identity_id: tokenIdentity(req),
      locale: requestLocale(req),
    })
    res.json(signOtpToken(req.scope, challenge, { purpose: type, customer_id }))
  }
)
