import type { MedusaRequest } from "@medusajs/framework/http"
import { confirmDeletionByCode } from "../../../../../workflows/internal"
import { deletionAnswer } from "../../../../utils/answers"
import { requestLocale } from "../../../../utils/request-locale"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

/** Schedules the deletion of the account that the code proves. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const request = await confirmDeletionByCode(
      req.scope,
      req.validatedBody,
      requestLocale(req)
    )
    res.json(deletionAnswer(request))
  }
)
