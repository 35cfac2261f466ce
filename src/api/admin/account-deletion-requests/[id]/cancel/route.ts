import { cancelAccountDeletionWorkflow } from "../../../../../workflows/internal"
import { parseQuery } from "../../../../utils/validation"
import { pathId } from "../../../../utils/validation"
import { withErrors } from "../../../../utils/with-errors"
import { requestAnswer } from "../../request-answers"
import { AdminGetRequest } from "../../validators"

/** Cancels a deletion request for its customer. */
export const POST = withErrors(async (req, res) => {
  const id = pathId(req, "account_deletion_not_found")
  const { fields } = parseQuery(AdminGetRequest, req.query)
  await cancelAccountDeletionWorkflow(req.scope).run({ input: { id } })
  res.json(await requestAnswer(req.scope, id, fields))
})
