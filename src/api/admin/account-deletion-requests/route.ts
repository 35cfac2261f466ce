import { parseQuery } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { listAnswer } from "./request-answers"
import { AdminListRequests } from "./validators"

/** Lists deletion requests. */
export const GET = withErrors(async (req, res) => {
  const query = parseQuery(AdminListRequests, req.query)
  res.json(await listAnswer(req.scope, query))
})
