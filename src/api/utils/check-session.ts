import {
  authenticate,
  type AuthContext,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import type { GatedRequest } from "../../auth"
import { ERRORS } from "../../errors"
import {
  authenticateAnew,
  hasEndedSession,
  isRevoked,
  presentedLogins,
  type PresentedLogin,
} from "../../medusa/presented-logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerSession,
} from "../../modules/customer-registration"
import { optionsOf } from "./validation"
import { answerError, withErrors } from "./with-errors"

type Locals = GatedRequest & { sessions?: Map<string, CustomerSession> }

/**
 * Middleware: a customer's login that was revoked counts no more, whatever kind of actor its token is of. The request goes
 * on without it, as a guest's where guests may; Medusa's 401 elsewhere becomes `session_revoked`. Whether other logins are
 * genuine, Medusa checks after it.
 */
export const checkSession = withErrors(
  async (req: MedusaRequest, res, next) => {
    if (!optionsOf(req).sessions.revoke || endsSession(req)) {
      next()
      return
    }
    const logins = presentedLogins(req)
    const locals: Locals = res.locals
    locals.sessions = new Map()
    locals.presented = []
    if (hasEndedSession(req)) {
      sayRevoked(res)
    }
    for (const login of logins) {
      const validFrom = await validFromOf(req, locals.sessions, login)
      if (!isRevoked(login.claims, validFrom)) {
        locals.presented.push(login.claims)
        continue
      }
      // Who makes up a token does not learn when the customer's sessions were revoked.
      if (login.isGenuine()) {
        sayRevoked(res)
      }
      login.withdraw()
    }
    if (locals.presented.length < logins.length) {
      authenticateAnew(req, res, next)
    } else {
      next()
    }
  }
)

/** What `checkSession` has read of a customer; `undefined` if it has read nothing. */
export function knownSession(
  res: MedusaResponse,
  customerId: string
): CustomerSession | undefined {
  const { sessions }: Locals = res.locals
  return sessions?.get(customerId)
}

// Everybody may log out.
function endsSession({ method, originalUrl }: MedusaRequest): boolean {
  return method === "DELETE" && /^\/auth\/session\b/i.test(originalUrl)
}

async function validFromOf(
  { scope }: MedusaRequest,
  known: Map<string, CustomerSession>,
  { claims: { actor_id, auth_identity_id } }: PresentedLogin
): Promise<number | undefined> {
  const registration = scope.resolve(CUSTOMER_REGISTRATION_MODULE)
  // A registration's, or the first step of MFA: `/auth` makes a full login of it. Or that of another kind of actor.
  if (!actor_id) {
    return await registration.retrieveValidFrom(auth_identity_id)
  }
  const session =
    known.get(actor_id) ?? (await registration.retrieveSession(actor_id))
  known.set(actor_id, session)
  return session.valid_from
}

function sayRevoked(res: MedusaResponse): void {
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = answer
    // Medusa's own words for a request without a login.
    const refused =
      res.statusCode === 401 &&
      Reflect.get(Object(body) as object, "message") === "Unauthorized"
    if (!refused) {
      return answer(body)
    }
    const { message } = ERRORS.session_revoked
    answerError({ code: "session_revoked", message }, res)
    return res
  }
}

/**
 * Middleware for routes that need no login: reads the customer's token if there is one, that of a registration as well.
 */
export const readToken = (types: ("session" | "bearer")[]) =>
  authenticate("customer", types, {
    allowUnauthenticated: true,
    allowUnregistered: true,
  })

/**
 * The auth identity of the token that a request carries; `undefined` without one, or without `readToken`.
 *
 * @example tokenIdentity(req) // "authid_1"
 */
export function tokenIdentity(req: MedusaRequest): string | undefined {
  const { auth_context } = req as { auth_context?: AuthContext }
  return auth_context?.auth_identity_id
}
