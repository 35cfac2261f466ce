import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Contact } from "../../options"
import { CustomerRegistrationEvents } from "../events"
import { setVerifiedStep } from "../verification/steps/set-verified"
import { needsFreshIdentity } from "../../auth/recoverable-login"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { Secret } from "./secret"
import { deleteIdentityStep } from "./steps/delete-identity"
import { dropUnprovenContactStep } from "./steps/drop-unproven-contact"
import { replaceIdentityStep } from "./steps/replace-identity"
import { setPasswordStep } from "./steps/set-password"
import { voidCodesStep } from "./steps/void-codes"

export type ResetPasswordInput = {
  auth_identity_id: string
  /** None for a registration that was not finished. */
  customer_id?: string
  /** The contact that its owner has just proven. */
  contact: Contact
  /** Whether it was proven before. */
  proven: boolean
  /** Keyed hash of that contact; without it, the contact of the moment is taken as proven. */
  destination_hash?: string
  new_password: Secret
}

export const resetPasswordWorkflowId = "reset-password"

/**
 * Sets a new password for the owner of a proven contact. On the first proof, all that an unproven registrant had set
 * up is void: password, tokens, second login, second factors. Used by `POST /auth/customer/emailpass/update` and
 * `POST /store/customers/password/confirm`.
 *
 * @throws PluginError `password_not_set`, `password_invalid`, `otp_invalid` when the contact is another by now
 * @example
 * const recovery = await proveRecovery(container, { token, code })
 * await resetPasswordWorkflow(container).run({ input: { ...recovery, new_password: secret("correct horse") } })
 */
export const resetPasswordWorkflow = createWorkflow(
  resetPasswordWorkflowId,
  (input: ResetPasswordInput) => {
    const first = transform({ input }, ({ input }, { container }) =>
      needsFreshIdentity(
        container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions(),
        input.proven
      )
    )
    const fresh = when("first-proof", { first }, ({ first }) => first).then(
      () => replaceIdentityStep(input)
    )
    const password = transform({ input, fresh }, ({ input, fresh }) => ({
      auth_identity_id: fresh?.id ?? input.auth_identity_id,
      new_password: input.new_password,
    }))
    setPasswordStep(password)
    const account = transform({ input }, ({ input }) => ({
      contact: input.contact,
      customer_id: input.customer_id ?? "",
      destination_hash: input.destination_hash,
    }))
    const dropping = { first, account }
    when("first-proof-of-account", dropping, ({ first, account }) =>
      Boolean(first && account.customer_id)
    ).then(() => dropUnprovenContactStep(account))
    when("unproven-account", { input }, ({ input }) =>
      Boolean(input.customer_id && !input.proven)
    ).then(() => setVerifiedStep(account))
    const customer = transform({ account }, ({ account }) => ({
      id: account.customer_id,
    }))
    when("account", { account }, ({ account }) =>
      Boolean(account.customer_id)
    ).then(() => {
      voidCodesStep(account)
      emitEventStep({
        eventName: CustomerRegistrationEvents.PASSWORD_CHANGED,
        data: customer,
      })
    })
    when("replaced", { first }, ({ first }) => first).then(() =>
      deleteIdentityStep(input)
    )
    return new WorkflowResponse(account)
  }
)
