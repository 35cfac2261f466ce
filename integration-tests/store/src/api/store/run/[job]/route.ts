import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  eraseNeverVerified,
  executeDueDeletions,
  purgeExpired,
} from "customer-registration/workflows"

const JOBS = {
  "erase-never-verified": eraseNeverVerified,
  "execute-due-deletions": executeDueDeletions,
  "purge-expired": purgeExpired,
}

/** Does now what a job does at its hour → what came of it. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const job = JOBS[req.params.job as keyof typeof JOBS]
  res.json({ result: await job(req.scope) })
}
