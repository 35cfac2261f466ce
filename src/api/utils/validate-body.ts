import type { MedusaRequest } from "@medusajs/framework/http"
import type { z } from "zod"
import { PluginError } from "../../errors"
import type { PluginOptions } from "../../options"
import { optionsOf } from "./options-of"
import { withErrors } from "./with-errors"

/**
 * Middleware that parses the body into `req.validatedBody`. It uses the plugin's own zod: Medusa's `validateBody`
 * answers 500 for a schema of another zod than its own. Messages never repeat what was sent.
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

/** Parses a body, or throws `invalid_body` with every fault by its path. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(body ?? {})
  if (success) {
    return data
  }
  const faults = error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message
  )
  throw new PluginError("invalid_body", { message: faults.join("; ") })
}
