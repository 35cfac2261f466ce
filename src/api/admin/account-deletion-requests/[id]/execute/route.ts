import { executeAccountDeletion } from "../../../../../workflows"
import { parseQuery } from "../../../../utils/parse-input"
import { withErrors } from "../../../../utils/with-errors"
import { requestAnswer } from "../../request-answer"
import { AdminGetRequest } from "../../validators"

/** Executes a confirmed deletion request now. */
export const POST = withErrors(async (req, res) => {
  const { id } = req.params
  const { fields } = parseQuery(AdminGetRequest, req.query)
  await executeAccountDeletion(req.scope, id)
  res.json(await requestAnswer(req.scope, id, fields))
})
