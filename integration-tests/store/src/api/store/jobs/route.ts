import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WorkflowManager } from "@medusajs/framework/orchestration"

/** The scheduled jobs that Medusa has registered, and when each runs. */
export function GET(_req: MedusaRequest, res: MedusaResponse): void {
  const jobs: Record<string, unknown> = {}
  for (const { id, options } of WorkflowManager.getWorkflows().values()) {
    if (typeof options.schedule === "object" && "cron" in options.schedule) {
      jobs[id] = options.schedule.cron
    }
  }
  res.json({ jobs })
}
