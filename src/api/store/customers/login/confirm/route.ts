import type { MedusaRequest } from "@medusajs/framework/http"
import { logInByCode } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

/** Logs the owner of a contact in by the code that went to it. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    res.json(await logInByCode(req.scope, req.validatedBody))
  }
)
