import { resetLimits } from "../../../../../../workflows/internal"
import { pathId } from "../../../../../utils/validation"
import { withErrors } from "../../../../../utils/with-errors"

/** Frees a customer whom limits hold up. */
export const POST = withErrors(async (req, res) => {
  const id = pathId(req, "customer_not_found")
  await resetLimits(req.scope, id)
  res.json({ customer: { id } })
})
