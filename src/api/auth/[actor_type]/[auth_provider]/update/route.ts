import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findResettable, isFirstUse } from "../../../../../auth"
import { PluginError } from "../../../../../errors"
import { updatePassword } from "../../../../../medusa/handlers"
import { bearerToken } from "../../../../../medusa/reset-event"
import { resetPassword, secret } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"

type Body = { password: string }

/** Medusa's password reset; a customer's covers all of their logins and proves their e-mail. */
export const POST = withErrors<AuthenticatedMedusaRequest<Body>>(
  async (req, res) => {
    const { actor_type, auth_provider } = req.params
    if (actor_type !== "customer" || auth_provider !== "emailpass") {
      await updatePassword(req, res)
      return
    }
    // Medusa has checked the token, and calls the e-mail in it the actor.
    const { actor_id: email, auth_identity_id } = req.auth_context
    const recovery = await findResettable(req.scope, email)
    const first = await isFirstUse(req.scope, bearerToken(req))
    if (!first || recovery?.auth_identity_id !== auth_identity_id) {
      throw new PluginError("reset_token_invalid")
    }
    const new_password = secret(req.body.password)
    await resetPassword(req.scope, {
      ...recovery,
      contact: "email",
      new_password,
    })
    res.json({ success: true })
  }
)
