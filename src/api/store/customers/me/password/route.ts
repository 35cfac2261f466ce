import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { changeOwnPassword } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreChangePasswordType } from "../../validators"

/** Changes the password of a customer who knows it, ends their sessions and renews the login. */
export const POST = withErrors<
  AuthenticatedMedusaRequest<StoreChangePasswordType>
>(async (req, res) => {
  const login = await changeOwnPassword(req, req.validatedBody)
  res.json({ success: true, ...login })
})
