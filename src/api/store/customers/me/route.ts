import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { updateCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { customerAnswer } from "../../../utils/answers"
import { knownSession } from "../../../utils/check-session"
import { withErrors } from "../../../utils/with-errors"
import type { StoreUpdateProfileType } from "../validators"

/** The customer's own profile, with the verification flags. */
export const GET = withErrors<AuthenticatedMedusaRequest>(async (req, res) => {
  const { actor_id } = req.auth_context
  const customer = await customerAnswer(
    req.scope,
    actor_id,
    req.queryConfig.fields,
    knownSession(res, actor_id)?.contacts
  )
  res.json({ customer })
})

/** Updates the profile, but no contact. */
export const PATCH = withErrors<
  AuthenticatedMedusaRequest<StoreUpdateProfileType>
>(async (req, res) => {
  const { actor_id } = req.auth_context
  await updateCustomersWorkflow(req.scope).run({
    input: { selector: { id: actor_id }, update: req.validatedBody },
  })
  const customer = await customerAnswer(
    req.scope,
    actor_id,
    req.queryConfig.fields
  )
  res.json({ customer })
})

export const POST = PATCH
