import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import type { PluginOptions } from "../../../../../options"
import { anyPassword } from "../../../../../password"
import { changeOwnPassword } from "../../../../../workflows/internal"
import { newPassword } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"

/** Body of `POST /store/customers/me/password`. */
export const storeChangePassword = (options: PluginOptions) =>
  z.strictObject({
    old_password: anyPassword,
    new_password: newPassword(options),
  })

type Body = z.output<ReturnType<typeof storeChangePassword>>

/** Changes the password of a customer who knows it, ends their sessions and renews the login. */
export const POST = withErrors<AuthenticatedMedusaRequest<Body>>(
  async (req, res) => {
    const login = await changeOwnPassword(req, req.validatedBody)
    res.json({ success: true, ...login })
  }
)
