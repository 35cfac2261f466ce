import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROBES } from "../../../probes"

/** Runs a probe inside the store → its facts, or why it failed. */
export async function POST(
  req: MedusaRequest<Record<string, string>>,
  res: MedusaResponse
): Promise<void> {
  const probe = PROBES[req.params.name]
  try {
    res.json({ facts: await probe(req.scope, req.body) })
  } catch (error) {
    res
      .status(500)
      .json({ failed: error instanceof Error ? error.stack : error })
  }
}
