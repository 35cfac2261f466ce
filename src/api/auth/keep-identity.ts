import type { MedusaRequest } from "@medusajs/framework/http"
import { assertNotOverwritten } from "../../auth/assert-not-overwritten"
import { withErrors } from "../utils/with-errors"

/** Middleware: a second registration of an e-mail overwrites no password. */
export const keepIdentity = withErrors(
  async ({ params, body, scope }: MedusaRequest, _res, next) => {
    if (params.auth_provider === "emailpass") {
      await assertNotOverwritten(scope, body)
    }
    next()
  }
)
