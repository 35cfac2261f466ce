import type { MedusaRequest } from "@medusajs/framework/http"
import type { z } from "zod"
import type { PluginOptions } from "../../../../../options"
import { resetPasswordByCode } from "../../../../../workflows/internal"
import { newPassword } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"
import { StoreVerifyOtp } from "../../validators"

/** Body of `POST /store/customers/password/confirm`. */
export const storeConfirmRecovery = (options: PluginOptions) =>
  StoreVerifyOtp.extend({ password: newPassword(options) })

type Body = z.output<ReturnType<typeof storeConfirmRecovery>>

/** Sets a new password for the owner of the contact that the code proves. It logs nobody in. */
export const POST = withErrors<MedusaRequest<Body>>(async (req, res) => {
  const { password, ...typed } = req.validatedBody
  await resetPasswordByCode(req.scope, typed, password)
  res.json({ success: true })
})
