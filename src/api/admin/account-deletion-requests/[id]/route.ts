import { parseQuery } from "../../../utils/parse-input"
import { withErrors } from "../../../utils/with-errors"
import { requestAnswer } from "../request-answer"
import { AdminGetRequest } from "../validators"

/** One deletion request. */
export const GET = withErrors(async (req, res) => {
  const { fields } = parseQuery(AdminGetRequest, req.query)
  res.json(await requestAnswer(req.scope, req.params.id, fields))
})
