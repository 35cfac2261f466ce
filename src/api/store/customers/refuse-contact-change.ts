import type { MedusaRequest } from "@medusajs/framework/http"
import { PluginError } from "../../../errors"
import { CONTACTS } from "../../../options"
import { withErrors } from "../../utils/with-errors"

const LABELS = { email: "Email", phone: "Phone" }

/** Middleware: a profile update changes no contact; that takes a code to the new one. */
export const refuseContactChange = withErrors(
  async (req: MedusaRequest, _res, next) => {
    const profile = /^\/store\/customers\/me\/?$/i.test(req.path)
    const contact = CONTACTS.find((field) => field in Object(req.body))
    if (profile && contact) {
      throw new PluginError("contact_change_not_allowed", {
        message: `${LABELS[contact]} changes require OTP verification. Use POST /store/customers/me/contact to request a change.`,
      })
    }
    next()
  }
)
