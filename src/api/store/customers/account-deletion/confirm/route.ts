import type { MedusaRequest } from "@medusajs/framework/http"
import {
  confirmAccountDeletionWorkflow,
  proveAccountDeletion,
} from "../../../../../workflows"
import { deletionAnswer } from "../../../../utils/answers"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreVerifyOtpType } from "../../validators"

/** Schedules the deletion of the account that the code proves. */
export const POST = withErrors<MedusaRequest<StoreVerifyOtpType>>(
  async (req, res) => {
    const proven = await proveAccountDeletion(req.scope, req.validatedBody)
    const { result } = await confirmAccountDeletionWorkflow(req.scope).run({
      input: proven,
    })
    res.json(await deletionAnswer(req.scope, result.id))
  }
)
