import type { MedusaRequest } from "@medusajs/framework/http"
import { proveRecovery } from "../../../../../auth"
import {
  resetPasswordWorkflow,
  secret,
} from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreConfirmRecoveryType } from "../../validators"

/** Sets a new password for whoever has the code. It logs nobody in. */
export const POST = withErrors<MedusaRequest<StoreConfirmRecoveryType>>(
  async (req, res) => {
    const { password, ...typed } = req.validatedBody
    const recovery = await proveRecovery(req.scope, typed)
    await resetPasswordWorkflow(req.scope).run({
      input: { ...recovery, new_password: secret(password) },
    })
    res.json({ success: true })
  }
)
