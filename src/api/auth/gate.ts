import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { allowedAnswer, assertVerified } from "../../auth"
import { isPluginError } from "../../errors"
import { providerOf } from "../../medusa/tokens"
import { answerError, withErrors } from "../utils/with-errors"

/**
 * Middleware over all of `/auth`: an answer with a token that logs a customer in leaves only if they are verified.
 * It stands where tokens come out, not at the paths that lead there: `%65mailpass`, a GET with a body, a refresh and
 * the last step of MFA all pass through here.
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
      answer(await allowedAnswer(req.scope, body, locals.auth_provider))
    } catch (error) {
      if (isPluginError(error)) {
        answerError(error, res)
      } else {
        next(error)
      }
    }
  }
  // Medusa's routes answer every token with `json`, and do nothing after it.
  res.json = (body: unknown) => {
    res.json = answer
    void check(body)
    return res
  }
  next()
}

/** Middleware: a token of a customer who is not verified any more makes no session. */
export const gateSession = withErrors(
  async ({ auth_context, scope }: AuthenticatedMedusaRequest, _res, next) => {
    const { actor_type, actor_id, auth_identity_id } = auth_context
    if (actor_type === "customer" && actor_id) {
      await assertVerified(scope, {
        customer_id: actor_id,
        auth_identity_id,
        auth_provider: providerOf(auth_context),
      })
    }
    next()
  }
)
