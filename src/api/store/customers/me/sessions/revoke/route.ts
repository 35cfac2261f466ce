import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { revokeOtherSessions } from "../../../../../../workflows/internal"
import { withErrors } from "../../../../../utils/with-errors"

/** Signs the customer out everywhere else, and answers a new login. */
export const POST = withErrors<AuthenticatedMedusaRequest>(async (req, res) => {
  res.json(await revokeOtherSessions(req))
})
