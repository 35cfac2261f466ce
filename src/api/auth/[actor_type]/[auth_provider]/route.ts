import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import * as core from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route"
import { openOtherDoor } from "../../../../auth/second-login"
import { respellEmail } from "../../../../auth/respell-email"

/** Medusa's login; where it refuses a customer, a second look at how they may have meant it. */
export const POST = withSecondLook(core.POST)
export const GET = withSecondLook(core.GET)

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<unknown>

const LOOKS = [respellEmail, openOtherDoor]

function withSecondLook(login: Handler) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    let refusal = await refusalOf(login, req, res)
    for (const look of req.params.actor_type === "customer" ? LOOKS : []) {
      const body =
        refusal && (await look(req.scope, req.params.auth_provider, req.body))
      if (body) {
        req.body = body
        refusal = await refusalOf(login, req, res)
      }
    }
    if (refusal) {
      throw refusal
    }
  }
}

async function refusalOf(
  login: Handler,
  req: MedusaRequest,
  res: MedusaResponse
): Promise<MedusaError | undefined> {
  try {
    await login(req, res)
    return undefined
  } catch (error) {
    if (
      MedusaError.isMedusaError(error) &&
      error.type === MedusaError.Types.UNAUTHORIZED
    ) {
      return error
    }
    throw error
  }
}
