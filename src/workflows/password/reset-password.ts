import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { freeLogins, guessRecovery } from "../../auth"
import type { TypedCode } from "../../codes"
import { CustomerRegistrationEvents } from "../events"
import { consumeCodeStep } from "../shared/consume-code"
import { clearWayStep, moveLoginStep } from "../shared/move-login"
import { notifyNamersStep } from "../shared/notify-namers"
import { revokeSessionsStep } from "../shared/revoke-sessions"
import { setVerifiedStep } from "../shared/set-verified"
import {
  accountOf,
  describeReset,
  replacedIds,
  type ResetPasswordInput,
} from "./reset-cases"
import { secret } from "./secret"
import { dropUnprovenContactStep } from "./steps/drop-unproven-contact"
import {
  deleteIdentityStep,
  replaceIdentityStep,
} from "./steps/replace-identity"
import { detachIdentitiesStep } from "./steps/detach-identities"
import { setPasswordStep } from "./steps/set-password"
import { voidPendingChangesStep } from "./steps/void-pending-changes"

export const resetPasswordWorkflowId = "reset-password"

/**
 * Sets a new password for the owner of a proven contact. On the first proof, all that an unproven registrant had set
 * up is void: password, tokens, second login, second factors. An account's sessions end. Used by `POST /auth/customer/emailpass/update` and
 * `POST /store/customers/password/confirm`.
 *
 * @throws PluginError `password_not_set`, `password_invalid`, `otp_invalid` when the contact has changed since
 * @example
 * const recovery = await proveRecovery(container, { token, code })
 * await resetPasswordWorkflow(container).run({ input: { ...recovery, new_password: secret("correct horse") } })
 */
export const resetPasswordWorkflow = createWorkflow(
  resetPasswordWorkflowId,
  (input: ResetPasswordInput) => {
    const reset = transform({ input }, describeReset)
    // Not a part of `reset`: Medusa resolves the response without a container.
    const account = transform({ input }, accountOf)
    consumeCodeStep(input)
    // What takes access away comes first, what gives it after it.
    const detached = when(
      "identities-are-taken",
      { reset },
      ({ reset }) => reset.replacesIdentity
    ).then(() => {
      revokeSessionsStep(input)
      return detachIdentitiesStep(input)
    })
    when(
      "other-contact-is-unproven",
      { reset },
      ({ reset }) => reset.case === "first-proof"
    ).then(() => dropUnprovenContactStep(account))
    when(
      "identity-stays",
      { reset },
      ({ reset }) => !reset.replacesIdentity
    ).then(() => {
      setPasswordStep(input)
    })
    when(
      "identity-is-replaced",
      { reset },
      ({ reset }) => reset.replacesIdentity
    ).then(() => {
      replaceIdentityStep(input)
    })
    when(
      "login-may-move",
      { reset },
      ({ reset }) => reset.case !== "unfinished"
    ).then(() => clearWayStep(account))
    const proof = when(
      "contact-is-newly-proven",
      { reset },
      ({ reset }) => reset.case === "first-proof"
    ).then(() => setVerifiedStep(account))
    when(
      "account-exists",
      { reset },
      ({ reset }) => reset.case !== "unfinished"
    ).then(() => {
      moveLoginStep(account)
      voidPendingChangesStep(account)
      emitEventStep({
        eventName: CustomerRegistrationEvents.PASSWORD_CHANGED,
        data: { id: account.customer_id },
      })
    })
    when(
      "identity-was-replaced",
      { reset },
      ({ reset }) => reset.replacesIdentity
    ).then(() => {
      const ids = transform({ detached, input }, replacedIds)
      deleteIdentityStep(ids)
    })
    const namersOfProof = transform({ proof }, ({ proof }) => proof?.namers)
    when("namers-are-told", { proof }, ({ proof }) => Boolean(proof)).then(() =>
      notifyNamersStep(namersOfProof)
    )
    return new WorkflowResponse(account)
  }
)

/**
 * Sets a new password for the owner of a proven contact, and forgets the wrong ones: first, because that holds whatever
 * comes of the rest.
 *
 * @throws PluginError as `resetPasswordWorkflow`
 * @example await resetPassword(container, { ...recovery, new_password: secret("correct horse") })
 */
export async function resetPassword(
  container: MedusaContainer,
  input: ResetPasswordInput
): Promise<void> {
  await freeLogins(container, input)
  await resetPasswordWorkflow(container).run({ input })
}

/**
 * Sets a new password for the owner of the contact that a code proves.
 *
 * @throws PluginError as `guessRecovery` and `resetPasswordWorkflow`
 * @example await resetPasswordByCode(container, { token, code: "482917" }, "correct horse")
 */
export async function resetPasswordByCode(
  container: MedusaContainer,
  typed: TypedCode,
  password: string
): Promise<void> {
  const recovery = await guessRecovery(container, typed)
  const new_password = secret(password)
  await resetPassword(container, { ...recovery, new_password })
}
