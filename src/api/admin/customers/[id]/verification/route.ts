import { PluginError } from "../../../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../../../modules/customer-registration"
import { limitedUntil } from "../../../../../workflows/internal"
import { customerAnswer } from "../../../../utils/answers"
import { pathId } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"

const FIELDS = ["id", "email", "phone", "has_account"]

/**
 * Which contacts of a customer are verified, which e-mail waits, when their sessions were ended, and which limits hold
 * them up. The `fields` of Medusa's own route reach the flags too, but not on 2.11, which knows only its own fields there.
 */
export const GET = withErrors(async (req, res) => {
  const id = pathId(req, "customer_not_found")
  const { contacts, valid_from } = await req.scope
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveSession(id)
  if (!contacts) {
    throw new PluginError("customer_not_found")
  }
  const [customer, limited_until] = await Promise.all([
    customerAnswer(req.scope, id, FIELDS, contacts),
    limitedUntil(req.scope, contacts),
  ])
  res.json({
    customer: {
      ...customer,
      pending_email: contacts.pending_email ?? null,
      sessions_revoked_at:
        valid_from === undefined ? null : new Date(valid_from * 1000),
      limited_until,
    },
  })
})
