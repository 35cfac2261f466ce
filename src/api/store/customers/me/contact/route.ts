import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { signOtpToken } from "../../../../../codes"
import { sendContactChangeCode } from "../../../../../workflows/internal"
import { knownSession } from "../../../../utils/check-session"
import { requestLocale } from "../../../../utils/request-locale"
import { withErrors } from "../../../../utils/with-errors"
import type { OneContact } from "../../validators"

/** Sends a code to the contact that the customer wants to change to. */
export const POST = withErrors<AuthenticatedMedusaRequest<OneContact>>(
  async (req, res) => {
    const customer_id = req.auth_context.actor_id
    const { contact, value } = req.validatedBody
    const locale = requestLocale(req)
    const challenge = await sendContactChangeCode(
      req.scope,
      { customer_id, contact, value, client_ip: req.ip, locale },
      knownSession(res, customer_id)?.contacts
    )
    const claims = { customer_id, contact, new_value: value }
    res.json(
      signOtpToken(req.scope, challenge, {
        purpose: "contact_change",
        ...claims,
      })
    )
  }
)
