import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  isRevoked,
  parseCustomerToken,
  type CustomerClaims,
} from "../medusa/presented-logins"
import { reissue, type TokenAnswer } from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerSession,
} from "../modules/customer-registration"

/**
 * A customer's contacts and from when on their tokens count.
 *
 * @returns `undefined` in a store that revokes no sessions: nothing is read
 * @example const session = await findSession(container, "cus_1")
 */
export async function findSession(
  container: MedusaContainer,
  customerId: string
): Promise<CustomerSession | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  return registration.getOptions().sessions.revoke
    ? await registration.retrieveSession(customerId)
    : undefined
}

/**
 * Lets a token that Medusa has just made count. Tokens say in seconds when they were made: one of the second in which the
 * customer's sessions were revoked would be void, or equal to one that is.
 *
 * @example res.json(validToken(container, answer, session.valid_from))
 */
export function validToken<Answer extends TokenAnswer>(
  container: MedusaContainer,
  answer: Answer,
  validFrom: number | undefined
): Answer {
  const claims = parseCustomerToken(answer.token)
  return validFrom !== undefined && claims && isRevoked(claims, validFrom)
    ? { ...answer, token: reissue(container, answer.token, validFrom) }
    : answer
}

/**
 * The token of a flow that has revoked all others. It is of the flow's own revocation, so that the next one voids it too,
 * whenever it was made.
 *
 * @example ownToken(container, answer, valid_from)
 */
export function ownToken<Answer extends TokenAnswer>(
  container: MedusaContainer,
  answer: Answer,
  validFrom: number
): Answer {
  return { ...answer, token: reissue(container, answer.token, validFrom) }
}

/**
 * Refuses a token that Medusa has made of a login which was revoked meanwhile.
 *
 * @param presented the logins that the request came with
 * @throws PluginError `session_revoked`
 */
export function assertNotOutdated(
  made: Pick<CustomerClaims, "auth_identity_id">,
  presented: CustomerClaims[],
  validFrom: number | undefined
): void {
  const outdated = presented.some(
    (login) =>
      login.auth_identity_id === made.auth_identity_id &&
      isRevoked(login, validFrom)
  )
  if (outdated) {
    throw new PluginError("session_revoked")
  }
}
