import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import * as core from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route"
import { openOtherDoor } from "../../../../workflows/auth/open-other-door"

/** Medusa's login; where it refuses a customer, a second look at how they may have meant it. */
export const POST = withSecondLook(core.POST)
export const GET = withSecondLook(core.GET)

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<unknown>

function withSecondLook(login: Handler) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    try {
      await login(req, res)
    } catch (error) {
      const body = await secondLook(req, error)
      if (!body) {
        throw error
      }
      req.body = body
      await login(req, res)
    }
  }
}

async function secondLook(
  { params, body, scope }: MedusaRequest,
  error: unknown
): Promise<Record<string, unknown> | undefined> {
  const refused =
    MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.UNAUTHORIZED
  return refused && params.actor_type === "customer"
    ? await openOtherDoor(scope, params.auth_provider, body)
    : undefined
}
