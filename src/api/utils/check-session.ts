import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findSession, isRevoked, type GatedRequest } from "../../auth"
import { ERRORS } from "../../errors"
import {
  hasEndedSession,
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
 * Middleware: a customer's login that was revoked counts no more. The request goes on without it, as a guest's where
 * guests may; Medusa's 401 elsewhere becomes `session_revoked`. Whether the login is genuine, Medusa checks after it.
 *
 * @param identities whether a login without a customer is looked up by its auth identity: `/auth` makes a full one of it
 */
export function checkSession({ identities = false } = {}) {
  return withErrors(async (req: MedusaRequest, res, next) => {
    if (optionsOf(req).sessions.revoke && !endsSession(req)) {
      const logins = presentedLogins(req)
      const locals: Locals = res.locals
      locals.sessions = new Map()
      locals.presented = []
      if (hasEndedSession(req)) {
        sayRevoked(res)
      }
      for (const login of logins) {
        const validFrom = await validFromOf(req, locals.sessions, login, {
          identities,
        })
        if (isRevoked(login.claims, validFrom)) {
          login.withdraw()
          sayRevoked(res)
        } else {
          locals.presented.push(login.claims)
        }
      }
    }
    next()
  })
}

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
  { claims: { actor_id, auth_identity_id } }: PresentedLogin,
  { identities }: { identities: boolean }
): Promise<number | undefined> {
  if (!actor_id) {
    return identities
      ? await scope
          .resolve(CUSTOMER_REGISTRATION_MODULE)
          .retrieveValidFrom(auth_identity_id)
      : undefined
  }
  const session =
    known.get(actor_id) ?? (await findSession(scope, actor_id)) ?? {}
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
