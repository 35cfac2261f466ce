import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { findStoredLogin, linkSecondLogin } from "../../../../auth"
import { login, loginByGet } from "../../../../medusa/handlers"
import { credentialsOf } from "../../normalize-credentials"

/** Medusa's login. Refused to a customer, it is tried with what the account's login is stored by, then with the other contact's password. */
export const POST = withFallbacks(login)
export const GET = withFallbacks(loginByGet)

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<unknown>

/** Each answers the contact to log in with now, or `undefined`. */
const FALLBACKS = [findStoredLogin, linkSecondLogin]

function withFallbacks(handler: Handler) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    let refusal = await refusalOf(handler, req, res)
    let credentials = credentialsOf(res)
    for (const fallback of FALLBACKS) {
      const value =
        refusal && credentials && (await fallback(req.scope, credentials))
      if (credentials && value) {
        credentials = { ...credentials, value }
        req.body = { ...Object(req.body), [credentials.contact]: value }
        refusal = await refusalOf(handler, req, res)
      }
    }
    if (refusal) {
      throw refusal
    }
  }
}

// Medusa's handler has answered nothing yet when it refuses, so it may run again.
async function refusalOf(
  handler: Handler,
  req: MedusaRequest,
  res: MedusaResponse
): Promise<MedusaError | undefined> {
  try {
    await handler(req, res)
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
