import type { MedusaRequest } from "@medusajs/framework/http"
import { CONTACT_KINDS } from "../../../contact"
import { PluginError } from "../../../errors"
import { CONTACTS } from "../../../options"
import { parseBody } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { StoreUpdateProfile } from "./validators"

/**
 * Middleware: reads a profile update, before Medusa's own validation of a POST, which knows no PATCH. It changes no
 * contact; that takes a code to the new one.
 */
export const readProfile = withErrors(
  async (req: MedusaRequest, _res, next) => {
    if (/^\/store\/customers\/me\/?$/i.test(req.path)) {
      const contact = CONTACTS.find((field) => field in Object(req.body))
      if (contact) {
        throw new PluginError("contact_change_not_allowed", {
          message: `${CONTACT_KINDS[contact].label} changes require OTP verification. Use POST /store/customers/me/contact to request a change.`,
        })
      }
      req.validatedBody = req.body = parseBody(StoreUpdateProfile, req.body)
    }
    next()
  }
)
