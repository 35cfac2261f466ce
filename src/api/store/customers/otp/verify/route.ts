import type { MedusaRequest } from "@medusajs/framework/http"
import {
  proveVerification,
  verifyEmailWorkflow,
  verifyPhoneWorkflow,
} from "../../../../../workflows"
import { customerAnswer } from "../../../../utils/answers"
import { verifiedLogin } from "../../../../../auth"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

const WORKFLOWS = {
  email_verification: verifyEmailWorkflow,
  phone_verification: verifyPhoneWorkflow,
}

/** Proves a contact with the code that went to it, and logs the customer in where that contact is a login. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const { type, ...proven } = await proveVerification(
      req.scope,
      req.validatedBody
    )
    await WORKFLOWS[type](req.scope).run({ input: proven })
    const customer = await customerAnswer(req.scope, proven.customer_id)
    const login = await verifiedLogin(req.scope, customer, type)
    const { email_verified, phone_verified } = customer
    res.json({
      verified: true,
      type,
      email_verified,
      phone_verified,
      customer,
      ...login,
    })
  }
)
