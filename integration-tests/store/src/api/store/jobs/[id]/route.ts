import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

/** Runs a registered job as the scheduler does → its errors. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { errors } = await req.scope
    .resolve(Modules.WORKFLOW_ENGINE)
    .run(req.params.id, { throwOnError: false })
  res.json({ errors })
}
