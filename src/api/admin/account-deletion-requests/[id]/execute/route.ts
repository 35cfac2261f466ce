import { executeAccountDeletion } from "../../../../../workflows"
import { withErrors } from "../../../../utils/with-errors"
import { requestAnswer } from "../../request-answer"

/** Executes a confirmed deletion request now. */
export const POST = withErrors(async (req, res) => {
  const { id } = req.params
  await executeAccountDeletion(req.scope, id)
  res.json(await requestAnswer(req.scope, id))
})
