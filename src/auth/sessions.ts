import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { findIdentity } from "../medusa/identities"
import { contactOfProvider } from "../medusa/logins"
import { checkPassword } from "../medusa/passwords"
import {
  isRevoked,
  parseLoginToken,
  type LoginClaims,
} from "../medusa/presented-logins"
import { reissue, type TokenAnswer } from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerSession,
} from "../modules/customer-registration"
import type { Credentials } from "./second-login"

/** What the gate knows of a request beside its answer. */
export type GatedRequest = {
  /** The provider in the path, for tokens that do not name theirs. */
  auth_provider?: string
  /** The logins that the request came with. */
  presented?: LoginClaims[]
  /** What the request logs in with as a customer. */
  credentials?: Pick<Credentials, "password">
  /** The password in the body, whatever kind of actor logs in with it. */
  password?: string
}

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
  const claims = parseLoginToken(answer.token)
  return validFrom !== undefined && claims && isRevoked(claims, validFrom)
    ? { ...answer, token: reissue(container, answer.token, validFrom) }
    : answer
}

/**
 * The same for a token of another kind of actor. One that names no actor is of its auth identity alone: if that is a
 * customer's, it counts as theirs do.
 *
 * @throws PluginError `session_revoked`
 * @example res.json(await validForeignToken(container, answer, { auth_provider: "emailpass", password }))
 */
export async function validForeignToken(
  container: MedusaContainer,
  answer: TokenAnswer,
  request: GatedRequest
): Promise<TokenAnswer> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const claims = parseLoginToken(answer.token)
  if (!claims || !registration.getOptions().sessions.revoke) {
    return answer
  }
  const { auth_identity_id, auth_provider = request.auth_provider } = claims
  const validFrom = await registration.retrieveValidFrom(auth_identity_id)
  assertNotOutdated(claims, request.presented ?? [], validFrom)
  const login = { auth_identity_id, auth_provider }
  await assertStillRight(container, login, request, validFrom)
  return validToken(container, answer, validFrom)
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
  made: Pick<LoginClaims, "auth_identity_id">,
  presented: LoginClaims[],
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

/** Seconds that a login takes at the very most, with what the clocks of several servers differ by. */
const LONGEST_LOGIN = 60

/**
 * Refuses a login whose password was found right just before it was replaced: its token is not older than the revocation
 * that came with the new password, and would count. Only soon after a revocation is the password checked once more.
 *
 * @param login the identity and the provider that the token was made for
 * @throws PluginError `session_revoked`
 */
export async function assertStillRight(
  container: MedusaContainer,
  login: { auth_identity_id: string; auth_provider?: string },
  { password }: Pick<GatedRequest, "password">,
  validFrom = 0
): Promise<void> {
  const contact = contactOfProvider(login.auth_provider)
  const isLongAgo = validFrom < Date.now() / 1000 - LONGEST_LOGIN
  if (password === undefined || !contact || isLongAgo) {
    return
  }
  const identity = await findIdentity(container, login.auth_identity_id)
  const used = identity?.provider_identities.find(
    ({ provider }) => provider === login.auth_provider
  )
  const right =
    used && (await checkPassword(container, contact, used.entity_id, password))
  if (right?.id !== login.auth_identity_id) {
    throw new PluginError("session_revoked")
  }
}
