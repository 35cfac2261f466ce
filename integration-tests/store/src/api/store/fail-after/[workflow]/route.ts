import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { secret } from "customer-registration/workflows"
import { FAILING } from "../../../../workflows/fail-after"

type Input = Record<string, unknown>

/** Runs one of the plugin's workflows inside one that fails after it; passwords become handles. */
export async function POST(
  req: MedusaRequest<Input>,
  res: MedusaResponse
): Promise<void> {
  const input = Object.fromEntries(
    Object.entries(req.body).map(([name, value]) => [
      name,
      name.endsWith("_password") ? secret(value) : value,
    ])
  )
  const { errors } = await FAILING[req.params.workflow](req.scope).run({
    input: input as never,
    throwOnError: false,
  })
  res.json({ failed: errors.map(({ error }) => (error as Error).message) })
}
