import type { MedusaRequest } from "@medusajs/framework/http"
import { undoContactChange } from "../../../../../workflows/internal"
import { withErrors } from "../../../../utils/with-errors"
import type { StoreUndoContactChangeType } from "../../validators"

/** Undoes a contact change for whoever has the link of its notice. It logs nobody in. */
export const POST = withErrors<MedusaRequest<StoreUndoContactChangeType>>(
  async (req, res) => {
    const { contact } = await undoContactChange(
      req.scope,
      req.validatedBody.token
    )
    res.json({ success: true, contact })
  }
)
