import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { UNDONE } from "../../../../workflows/undone"

/** Runs a workflow of the plugin within one of the store's own that fails afterwards. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const workflow = UNDONE[req.params.workflow as keyof typeof UNDONE]
  await workflow(req.scope).run({ input: req.body as never })
  res.json({ undone: false })
}
