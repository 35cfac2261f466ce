import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { newPassword } from "../../password"
import { logsInByPhone, optionsOf } from "../utils/options-of"
import { parseBody } from "../utils/parse-input"
import { withErrors } from "../utils/with-errors"

const UPDATE = /^\/customer\/emailpass\/update\/?$/i

const identifierSchema = z.object({ identifier: z.string() })

/**
 * Middleware: takes the token of a password reset from the body as well as from the bearer header. It comes before
 * Medusa's check, which uses the token up, and so refuses a password that could not be set while the token is good.
 */
export const readReset = withErrors(async (req: MedusaRequest, _res, next) => {
  if (req.method === "POST" && UPDATE.test(req.path)) {
    const schema = z.looseObject({
      password: newPassword(logsInByPhone(optionsOf(req))),
      token: z.string("expected a string").max(4096).optional(),
    })
    const { token, ...body } = parseBody(schema, req.body)
    req.body = body
    if (token !== undefined) {
      req.headers.authorization ??= `Bearer ${token}`
    }
  }
  next()
})

/** Middleware: finds the e-mail of a reset request in whatever letter case it is stored. */
export const readResetIdentifier = withErrors(
  async (req: MedusaRequest, _res, next) => {
    const { actor_type, auth_provider } = req.params
    const { data } = identifierSchema.safeParse(req.validatedBody)
    if (actor_type === "customer" && auth_provider === "emailpass" && data) {
      const email = data.identifier.trim().toLowerCase()
      const account = await req.scope
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .findAccount("email", email)
      req.validatedBody = {
        ...Object(req.validatedBody),
        identifier: account?.email ?? email,
      }
    }
    next()
  }
)
