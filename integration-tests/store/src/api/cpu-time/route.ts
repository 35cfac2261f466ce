import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** What the server has worked so far, hashes on other threads included. */
export async function GET(
  _req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { user, system } = process.cpuUsage()
  res.json({ milliseconds: (user + system) / 1000 })
}
