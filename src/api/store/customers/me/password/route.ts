import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  changePasswordWorkflow,
  secret,
} from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreChangePasswordType } from "../../validators"

/** Changes the password of a customer who knows it. */
export const POST = withErrors<
  AuthenticatedMedusaRequest<StoreChangePasswordType>
>(async (req, res) => {
  const { actor_id, auth_identity_id } = req.auth_context
  const { old_password, new_password } = req.validatedBody
  await changePasswordWorkflow(req.scope).run({
    input: {
      customer_id: actor_id,
      auth_identity_id,
      old_password: secret(old_password),
      new_password: secret(new_password),
    },
  })
  res.json({ success: true })
})
