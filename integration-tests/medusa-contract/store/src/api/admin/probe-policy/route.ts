import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** A route that `src/api/middlewares.ts` gives a policy. */
export function GET(_req: MedusaRequest, res: MedusaResponse): void {
  res.json({ allowed: true })
}
