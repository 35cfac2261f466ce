import type { MedusaRequest } from "@medusajs/framework/http"
import { cancelDeletionByCode } from "../../../../../workflows/internal"
import { deletionAnswer } from "../../../../utils/answers"
import { requestLocale } from "../../../../utils/request-locale"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

/** Cancels the deletion of the account that the code proves. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const request = await cancelDeletionByCode(
      req.scope,
      req.validatedBody,
      requestLocale(req)
    )
    res.json(deletionAnswer(request))
  }
)
