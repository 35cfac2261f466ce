import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { findResettable, isFirstUse, isUnchanged } from "../../../../../auth"
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
    // Medusa has checked the token, and calls what the login is stored by the actor.
    const { actor_id: entityId, auth_identity_id } = req.auth_context
    const token = bearerToken(req)
    const found = await findResettable(req.scope, entityId)
    const first = await isFirstUse(req.scope, token)
    if (
      !first ||
      found?.recovery.auth_identity_id !== auth_identity_id ||
      !(await isUnchanged(req.scope, token, entityId, found))
    ) {
      throw new PluginError("reset_token_invalid")
    }
    const new_password = secret(req.body.password)
    await resetPassword(req.scope, {
      ...found.recovery,
      contact: "email",
      new_password,
    })
    res.json({ success: true })
  }
)
