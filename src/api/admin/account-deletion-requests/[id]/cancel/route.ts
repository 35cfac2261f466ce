import { cancelAccountDeletionWorkflow } from "../../../../../workflows"
import { withErrors } from "../../../../utils/with-errors"
import { requestAnswer } from "../../request-answer"

/** Cancels a deletion request in its customer's stead. */
export const POST = withErrors(async (req, res) => {
  const { id } = req.params
  await cancelAccountDeletionWorkflow(req.scope).run({ input: { id } })
  res.json(await requestAnswer(req.scope, id))
})
