import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { contactSchema, optionsOf, parseBody } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { PROFILE } from "./validators"

/**
 * Middleware: brings the contacts of `POST /store/customers` into their normal form before Medusa's own validation, which
 * does not trim an e-mail and accepts any text as a phone, also text that cannot be stored.
 */
export const normalizeRegistration = withErrors(
  async (req: MedusaRequest, _res, next) => {
    if (req.method === "POST" && req.path === "/") {
      const options = optionsOf(req)
      const schema = z.looseObject({
        email: contactSchema("email", options).nullish(),
        phone: contactSchema("phone", options).nullish(),
        ...PROFILE,
      })
      req.body = parseBody(schema, req.body)
    }
    next()
  }
)
