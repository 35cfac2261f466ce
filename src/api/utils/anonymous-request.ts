import { randomInt } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AnonymousContact, AnonymousRequest } from "../../codes"
import { tokenIdentity } from "./check-session"
import { requestLocale } from "./request-locale"
import { withErrors } from "./with-errors"

/** Milliseconds in which work begins that the next request must not feel. */
const SPREAD_MS = 1000

/**
 * A route on which anybody requests a code for a contact. The code goes out after the answer, at a moment that the next request
 * cannot time: that a message goes out, and so that there is an account, must not show in how fast the server is right after.
 *
 * @param request issues the code
 * @example export const POST = anonymousRequest(requestRecovery)
 */
export function anonymousRequest(
  request: (
    container: MedusaContainer,
    requested: AnonymousContact
  ) => Promise<AnonymousRequest>
) {
  return withErrors<MedusaRequest<Pick<AnonymousContact, "contact" | "value">>>(
    async (req, res) => {
      const { answer, deliver } = await request(req.scope, {
        ...req.validatedBody,
        client_ip: req.ip,
        auth_identity_id: tokenIdentity(req),
        locale: requestLocale(req),
      })
      res.json(answer)
      setTimeout(() => void deliver(), randomInt(SPREAD_MS))
    }
  )
}
