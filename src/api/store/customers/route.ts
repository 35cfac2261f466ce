import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { signOtpToken } from "../../../codes"
import {
  registerCustomerWorkflow,
  type RegisterCustomerInput,
} from "../../../workflows/internal"
import { customerAnswer } from "../../utils/answers"
import { requestLocale } from "../../utils/request-locale"
import { withErrors } from "../../utils/with-errors"

type Body = RegisterCustomerInput["customer"]

/** Creates the customer of the auth identity that the bearer token is for. */
export const POST = withErrors<AuthenticatedMedusaRequest<Body>>(
  async (req, res) => {
    const { result } = await registerCustomerWorkflow(req.scope).run({
      input: {
        auth_identity_id: req.auth_context.auth_identity_id,
        customer: req.validatedBody,
        client_ip: req.ip,
        locale: requestLocale(req),
      },
    })
    const { fields } = req.queryConfig
    const customer = await customerAnswer(req.scope, result.id, fields)
    const verification = result.sent.map((code) => ({
      type: code.type,
      ...signOtpToken(req.scope, code, {
        purpose: code.type,
        customer_id: result.id,
      }),
    }))
    res.json({ customer, ...(verification.length && { verification }) })
  }
)
