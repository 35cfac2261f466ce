import type { MedusaRequest } from "@medusajs/framework/http"
import { otpTicket, sendOtpWorkflow } from "../../../../../workflows"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreSendOtpType } from "../../validators"

/** Sends a customer the code that verifies their e-mail or phone. */
export const POST = withErrors<MedusaRequest<StoreSendOtpType>>(
  async (req, res) => {
    const { result } = await sendOtpWorkflow(req.scope).run({
      input: { ...req.validatedBody, client_ip: req.ip },
    })
    res.json(otpTicket(req.scope, result))
  }
)
