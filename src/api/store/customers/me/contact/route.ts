import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { signOtpToken } from "../../../../../codes"
import { sendContactChangeOtpWorkflow } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { OneContact } from "../../validators"

/** Sends a code to the contact that the customer wants to change to. */
export const POST = withErrors<AuthenticatedMedusaRequest<OneContact>>(
  async (req, res) => {
    const customer_id = req.auth_context.actor_id
    const { contact, value } = req.validatedBody
    const { result } = await sendContactChangeOtpWorkflow(req.scope).run({
      input: { customer_id, contact, value, client_ip: req.ip },
    })
    const claims = { customer_id, contact, new_value: value }
    res.json(
      signOtpToken(req.scope, result, { purpose: "contact_change", ...claims })
    )
  }
)
