import type { MedusaRequest } from "@medusajs/framework/http"
import { verifyContactByCode } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

/** Verifies a contact by the code that went to it, and logs the customer in where that contact is a login identifier. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const { type, customer, login } = await verifyContactByCode(
      req.scope,
      req.validatedBody
    )
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
