import { customerAnswer } from "../../../../utils/answers"
import { pathId } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"

const FIELDS = ["id", "email", "phone", "has_account"]

/**
 * Which contacts of a customer are verified. The `fields` of Medusa's own route reach the flags too, but not on 2.11,
 * which knows only its own fields there.
 */
export const GET = withErrors(async (req, res) => {
  const id = pathId(req, "customer_not_found")
  res.json({ customer: await customerAnswer(req.scope, id, FIELDS) })
})
