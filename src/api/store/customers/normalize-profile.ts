import type { MedusaRequest } from "@medusajs/framework/http"
import { CONTACT_KINDS } from "../../../contact"
import { PluginError } from "../../../errors"
import { CONTACTS } from "../../../options"
import { parseBody } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { StoreUpdateProfile } from "./validators"

/**
 * Middleware: validates a profile update before Medusa does, and refuses a contact: a change of contact needs a code to
 * the new one. Medusa validates a POST alone, and no PATCH.
 */
export const normalizeProfile = withErrors(
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
