import { executeAccountDeletion } from "../../../../../workflows/internal"
import { parseQuery } from "../../../../utils/validation"
import { pathId } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"
import { requestAnswer } from "../../request-answers"
import { AdminGetRequest } from "../../validators"

/** Executes a confirmed deletion request now. */
export const POST = withErrors(async (req, res) => {
  const id = pathId(req, "account_deletion_not_found")
  const { fields } = parseQuery(AdminGetRequest, req.query)
  await executeAccountDeletion(req.scope, id)
  res.json(await requestAnswer(req.scope, id, fields))
})
