import { parseQuery, pathId } from "../../../utils/validation"
import { withErrors } from "../../../utils/with-errors"
import { requestAnswer } from "../request-answers"
import { AdminGetRequest } from "../validators"

/** One deletion request. */
export const GET = withErrors(async (req, res) => {
  const { fields } = parseQuery(AdminGetRequest, req.query)
  const id = pathId(req, "account_deletion_not_found")
  res.json(await requestAnswer(req.scope, id, fields))
})
