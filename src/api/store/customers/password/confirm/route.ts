import type { MedusaRequest } from "@medusajs/framework/http"
import { resetPasswordByCode } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreConfirmRecoveryType } from "../../validators"

/** Sets a new password for the owner of the contact that the code proves. It logs nobody in. */
export const POST = withErrors<MedusaRequest<StoreConfirmRecoveryType>>(
  async (req, res) => {
    const { password, ...typed } = req.validatedBody
    await resetPasswordByCode(req.scope, typed, password)
    res.json({ success: true })
  }
)
