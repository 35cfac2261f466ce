import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { renewedLogin, type LoginAnswer } from "../../auth"
import { requireProfile } from "../../codes"
import { PluginError } from "../../errors"
import { checkPassword, hasPassword } from "../../medusa/passwords"
import { issuedAt } from "../../medusa/tokens"
import { CustomerRegistrationEvents } from "../events"
import { reveal, secret, type Secret } from "./secret"
import { passwordLogins, swapPasswordStep } from "./steps/swap-password"
import { voidPendingChangesStep } from "./steps/void-pending-changes"

export type ChangePasswordInput = {
  customer_id: string
  auth_identity_id: string
  /** The `iat` of the login that asks for it: one that was revoked meanwhile changes nothing. */
  session_iat?: number
  old_password: Secret
  new_password: Secret
}

export const checkPasswordStepId = "check-password"

/**
 * Checks a customer's password with the provider that keeps it.
 *
 * @returns the logins as they were before the check, in a secret: they hold the hashes
 *
 * @throws PluginError `password_wrong`, `password_not_set`
 */
export const checkPasswordStep = createStep(
  checkPasswordStepId,
  async (
    {
      auth_identity_id,
      old_password,
    }: Pick<ChangePasswordInput, "auth_identity_id" | "old_password">,
    { container }
  ) => {
    const logins = await passwordLogins(container, auth_identity_id)
    if (!logins.some(hasPassword)) {
      throw new PluginError("password_not_set")
    }
    const [{ contact, entity_id }] = logins
    const password = reveal(old_password)
    if (!(await checkPassword(container, contact, entity_id, password))) {
      throw new PluginError("password_wrong")
    }
    return new StepResponse(secret(logins))
  }
)

export const changePasswordWorkflowId = "change-password"

/**
 * Changes the password of a customer who knows it, for every login of theirs, unless it was changed or recovered since
 * it was checked. Used by `POST /store/customers/me/password`. The customer's sessions end.
 *
 * @returns `{ id }` of the customer, and `valid_from`, the `iat` that a valid token has at least from now on
 * @throws PluginError `password_wrong`, `password_not_set`, `password_invalid`, `password_too_short`,
 * `password_common`, `session_revoked`
 * @example
 * const passwords = { old_password: secret("old"), new_password: secret("new") }
 * await changePasswordWorkflow(container).run({ input: { customer_id, auth_identity_id, ...passwords } })
 */
export const changePasswordWorkflow = createWorkflow(
  changePasswordWorkflowId,
  (input: ChangePasswordInput) => {
    const checked = checkPasswordStep(input)
    const revocation = swapPasswordStep({
      checked,
      customer_id: input.customer_id,
      session_iat: input.session_iat,
      new_password: input.new_password,
    })
    voidPendingChangesStep(input)
    const customer = { id: input.customer_id }
    emitEventStep({
      eventName: CustomerRegistrationEvents.PASSWORD_CHANGED,
      data: customer,
    })
    return new WorkflowResponse(
      transform({ customer, revocation }, ({ customer, revocation }) => ({
        ...customer,
        ...revocation,
      }))
    )
  }
)

/**
 * Changes the password of a logged-in customer, and logs them in again.
 *
 * @throws PluginError as `changePasswordWorkflow`
 * @example const login = await changeOwnPassword(req, { old_password, new_password })
 */
export async function changeOwnPassword(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  { old_password, new_password }: { old_password: string; new_password: string }
): Promise<LoginAnswer> {
  const { scope, auth_context } = request
  const customer_id = auth_context.actor_id
  const { result } = await changePasswordWorkflow(scope).run({
    input: {
      customer_id,
      auth_identity_id: auth_context.auth_identity_id,
      session_iat: issuedAt(auth_context),
      old_password: secret(old_password),
      new_password: secret(new_password),
    },
  })
  const customer = await requireProfile(scope, customer_id)
  return await renewedLogin(request, customer, "email", result.valid_from)
}
