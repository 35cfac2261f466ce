import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  proveContactChange,
  updateContactWorkflow,
} from "../../../../../../workflows"
import { customerAnswer } from "../../../../../utils/answers"
import { renewedLogin } from "../../../../../../auth"
import { withErrors } from "../../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../../validators"

/** Changes the customer's contact to the one that the code proves. */
export const POST = withErrors<AuthenticatedMedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const { actor_id } = req.auth_context
    const change = await proveContactChange(
      req.scope,
      actor_id,
      req.validatedBody
    )
    await updateContactWorkflow(req.scope).run({ input: change })
    const customer = await customerAnswer(req.scope, actor_id)
    res.json({
      customer,
      ...(await renewedLogin(req, customer, change.contact)),
    })
  }
)
