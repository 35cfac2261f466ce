import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { changeContactByCode } from "../../../../../../workflows/internal"
import { requestLocale } from "../../../../../utils/request-locale"
import { withErrors } from "../../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../../validators"

/** Changes the customer's contact to the one that the code proves, and renews the login. */
export const POST = withErrors<AuthenticatedMedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const { customer, login } = await changeContactByCode(
      req,
      req.validatedBody,
      requestLocale(req)
    )
    res.json({ customer, ...login })
  }
)
