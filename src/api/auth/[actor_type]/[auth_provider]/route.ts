import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  findForeignLogin,
  findStoredLogin,
  linkSecondLogin,
  withinLoginLimit,
  type Credentials,
  type ForeignLogin,
} from "../../../../auth"
import { PluginError } from "../../../../errors"
import { login, loginByGet } from "../../../../medusa/handlers"
import { tokenIdentity } from "../../../utils/check-session"
import { contactOfProvider } from "../../../../medusa/logins"
import { isStorable, optionsOf } from "../../../utils/validation"
import { answerAfter, withErrors } from "../../../utils/with-errors"
import { credentialsOf } from "../../normalize"

/**
 * Medusa's login. Refused to a customer, it is tried with what the account's login is stored by, then with the other
 * contact's password.
 */
export const POST = withErrors(withFallbacks(login))
export const GET = withErrors(withFallbacks(loginByGet))

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<unknown>

/** Each answers the contact to log in with now, or `undefined`. */
const FALLBACKS = [findStoredLogin, linkSecondLogin]

function withFallbacks(handler: Handler) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    const credentials = credentialsOf(res)
    const foreign = credentials ? undefined : await foreignLogin(req)
    if (
      foreign?.customer_id &&
      !optionsOf(req).login.methods.includes("password")
    ) {
      throw new PluginError("login_method_not_allowed")
    }
    const counted = credentials ?? foreign
    const logIn = () =>
      credentials
        ? refusalOfAll(handler, req, res, credentials)
        : refusalOf(handler, req, res)
    const refusal = counted
      ? await answerAfter(res, () =>
          withinLoginLimit(req.scope, counted, tokenIdentity(req), logIn)
        )
      : await logIn()
    if (refusal) {
      throw refusal
    }
  }
}

/** The login of a customer at which another kind of actor guesses. */
async function foreignLogin({
  params,
  body,
  scope,
}: MedusaRequest): Promise<ForeignLogin | undefined> {
  const contact = contactOfProvider(params.auth_provider)
  const typed: unknown = contact && Reflect.get(Object(body) as object, contact)
  // What cannot be stored is nobody's login: Medusa says so in its own words.
  return contact && typeof typed === "string" && isStorable(typed)
    ? await findForeignLogin(scope, contact, typed)
    : undefined
}

/** Why the credentials are refused, with every fallback. */
async function refusalOfAll(
  handler: Handler,
  req: MedusaRequest,
  res: MedusaResponse,
  typed: Credentials
): Promise<MedusaError | undefined> {
  let credentials = typed
  let refusal = await refusalOf(handler, req, res)
  for (const fallback of FALLBACKS) {
    const value = refusal && (await fallback(req.scope, credentials))
    if (value) {
      credentials = { ...credentials, value }
      req.body = { ...Object(req.body), [credentials.contact]: value }
      refusal = await refusalOf(handler, req, res)
    }
  }
  return refusal
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
