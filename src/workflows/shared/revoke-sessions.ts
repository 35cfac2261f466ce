import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { SqlContext } from "../../sql"

export type RevokeSessionsInput = {
  /** Without one, as at a registration that was not finished, there is nothing to revoke. */
  customer_id?: string
  /** The `iat` of the login that asks for it: one that is void by now revokes nothing. */
  session_iat?: number
}

/** The `iat` that a valid token has at least; nothing in a store that revokes no sessions. */
export type Revocation = { valid_from?: number }

/**
 * Voids every login token and session that a customer has so far, where the store wants it.
 *
 * @param context of a transaction that it belongs to
 * @throws PluginError `session_revoked` if the login that asks for it was revoked meanwhile
 * @example const { valid_from } = await revokeSessions(container, { customer_id: "cus_1" })
 */
export async function revokeSessions(
  container: MedusaContainer,
  { customer_id, session_iat }: RevokeSessionsInput,
  context?: SqlContext
): Promise<Revocation> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!customer_id || !registration.getOptions().sessions.revoke) {
    return {}
  }
  const valid_from = await registration.revokeSessions(
    customer_id,
    session_iat,
    context
  )
  if (valid_from === undefined) {
    throw new PluginError("session_revoked")
  }
  return { valid_from }
}

export const revokeSessionsStepId = "revoke-sessions"

/**
 * Voids every session of a customer. It comes before the other writes of a workflow, because it takes access away. No
 * compensation: a write whose connection drops may have been done, and then the old sessions must not come back. Whose
 * request fails logs in again.
 *
 * @throws PluginError `session_revoked`
 */
export const revokeSessionsStep = createStep(
  revokeSessionsStepId,
  async (input: RevokeSessionsInput, { container }) =>
    new StepResponse(await revokeSessions(container, input))
)
