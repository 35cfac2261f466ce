import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "zod"
import {
  allowedAnswer,
  assertNotOverwritten,
  assertVerified,
  type GatedRequest,
} from "../../auth"
import { isPluginError, PluginError } from "../../errors"
import { keepLogins } from "../../medusa/keep-logins"
import { contactOfProvider, PROVIDERS } from "../../medusa/logins"
import { withClientIp } from "../../medusa/store-container"
import { providerOf } from "../../medusa/tokens"
import { accepts } from "../../options"
import { knownSession } from "../utils/check-session"
import { optionsOf } from "../utils/validation"
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
    const locals: GatedRequest = res.locals
    const gated = { ...locals, password: typedPassword(req) }
    try {
      answer(await allowedAnswer(req.scope, body, gated))
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

function typedPassword({ body }: MedusaRequest): string | undefined {
  const { password } = Object(body) as Record<string, unknown>
  return typeof password === "string" ? password : undefined
}

/**
 * Middleware: of `emailpass` and `phonepass`, customers may use those that the option names. It reads the decoded
 * path parameter, so that another spelling of the path is the same provider, and keeps it for `gateTokens`.
 */
export function checkProvider(use: "registration" | "login") {
  return withErrors(async (req: MedusaRequest, res, next) => {
    const { actor_type, auth_provider } = req.params
    res.locals.auth_provider = auth_provider
    const contact =
      actor_type === "customer" ? contactOfProvider(auth_provider) : undefined
    const options = optionsOf(req)
    if (contact && !accepts(options[use].identifier, contact)) {
      throw new PluginError("provider_not_allowed")
    }
    if (
      contact &&
      use === "login" &&
      !options.login.methods.includes("password")
    ) {
      throw new PluginError("login_method_not_allowed")
    }
    next()
  })
}

/** Middleware: a token of a customer who is not verified any more makes no session, and changes no contact and no password. */
export const gateSession = withErrors(
  async ({ auth_context, scope }: AuthenticatedMedusaRequest, res, next) => {
    const { actor_type, actor_id, auth_identity_id } = auth_context
    if (actor_type === "customer" && actor_id) {
      const login = {
        customer_id: actor_id,
        auth_identity_id,
        auth_provider: providerOf(auth_context),
      }
      const known = knownSession(res, actor_id)
      await assertVerified(scope, login, known?.contacts)
    }
    next()
  }
)

const emailAndPassword = z.object({ email: z.string(), password: z.string() })

/** Middleware: a second registration of an e-mail overwrites no password, whatever kind of actor registers. */
export const keepPassword = withErrors(
  async ({ params, body, scope }: MedusaRequest, _res, next) => {
    const { data } = emailAndPassword.safeParse(body)
    if (
      params.auth_provider === PROVIDERS.email &&
      data &&
      !keepLogins(scope, data.password)
    ) {
      await assertNotOverwritten(scope, data)
    }
    next()
  }
)

/** Middleware: the plugin's provider of codes, deep in Medusa, counts the requests of a client's address. */
export function keepClientIp(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  withClientIp(req.ip, next)
}

/**
 * Middleware: refuses a path with a NUL, and one that is no percent-encoding (RFC 3986 §2.1, in UTF-8), at which Express
 * fails as soon as a route reads a parameter of it, and Medusa 2.21 answers 500. Not so under `/admin`, where Medusa itself
 * reads every path before a plugin can.
 */
export const checkEncoding = withErrors(async (req, _res, next) => {
  if (!isReadable(req.path)) {
    throw new PluginError("invalid_path")
  }
  next()
})

function isReadable(path: string): boolean {
  try {
    // Medusa 2.21 fails where it looks for an id with a NUL, which PostgreSQL keeps in no text.
    return !decodeURIComponent(path).includes("\0")
  } catch {
    return false
  }
}
