import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isPluginError } from "../../errors"
import { assertTokenAllowed } from "../../auth/assert-token-allowed"
import { answerError } from "../utils/with-errors"

/**
 * Middleware over all of `/auth`: an answer with a token that logs a customer in leaves only if they are verified.
 * It stands where tokens come out, not at the paths that lead there: `%65mailpass`, a GET with a body, a refresh or
 * the last step of MFA come past it all the same.
 */
export function gateTokens(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const answer = res.json.bind(res)
  const check = async (body: unknown) => {
    const locals: { auth_provider?: string } = res.locals
    try {
      await assertTokenAllowed(req.scope, body, locals.auth_provider)
      answer(body)
    } catch (error) {
      if (isPluginError(error)) {
        answerError(error, res)
      } else {
        next(error)
      }
    }
  }
  res.json = (body: unknown) => {
    res.json = answer
    void check(body)
    return res
  }
  next()
}
