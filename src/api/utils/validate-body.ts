import type { MedusaRequest } from "@medusajs/framework/http"
import type { z } from "zod"
import type { PluginOptions } from "../../options"
import { optionsOf } from "./options-of"
import { parseBody } from "./parse-input"
import { withErrors } from "./with-errors"

/**
 * Middleware that parses the body into `req.validatedBody`. It uses the plugin's own zod: Medusa's `validateBody`
 * answers 500 for a schema of another zod than its own. Messages repeat the names of keys and never a value that
 * was sent.
 *
 * @param schema or a function that makes it of the plugin's options
 * @example { matcher: "/store/customers/otp/send", methods: ["POST"], middlewares: [validateBody(StoreSendOtp)] }
 */
export function validateBody(
  schema: z.ZodType | ((options: PluginOptions) => z.ZodType)
) {
  return withErrors(async (req: MedusaRequest, _res, next) => {
    const used = typeof schema === "function" ? schema(optionsOf(req)) : schema
    req.validatedBody = parseBody(used, req.body)
    next()
  })
}
