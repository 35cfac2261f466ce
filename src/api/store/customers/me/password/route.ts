import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import type { PluginOptions } from "../../../../../options"
import { anyPassword } from "../../../../../password"
import {
  changePasswordWorkflow,
  secret,
} from "../../../../../workflows/internal"
import { newPassword } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"

/** Body of `POST /store/customers/me/password`. */
export const storeChangePassword = (options: PluginOptions) =>
  z.strictObject({
    old_password: anyPassword,
    new_password: newPassword(options),
  })

type Body = z.output<ReturnType<typeof storeChangePassword>>

/** Changes the password of a customer who knows it. */
export const POST = withErrors<AuthenticatedMedusaRequest<Body>>(
  async (req, res) => {
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
  }
)
