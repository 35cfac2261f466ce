import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type StepExecutionContext,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { renewedLogin, type LoginAnswer } from "../../auth"
import {
  proveContactChange,
  readContactChange,
  requireProfile,
  type TypedCode,
} from "../../codes"
import { PluginError } from "../../errors"
import { issuedAt } from "../../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { CustomerRegistrationEvents } from "../events"
import {
  assertContactFreeStep,
  releaseContactsStep,
  reserveContactsStep,
} from "../shared/claim-contacts"
import { clearWayStep, moveLoginStep } from "../shared/move-login"
import { notifyNamersStep } from "../shared/notify-namers"
import { revokeSessionsStep } from "../shared/revoke-sessions"
import { setVerifiedStep, type SetVerifiedInput } from "../shared/set-verified"
import {
  changeContactStep,
  type UpdateContactInput,
} from "./steps/change-contact"
import { notifyOwnerStep } from "./steps/notify-contacts"

export const updateContactWorkflowId = "update-contact"

/**
 * Changes a customer's contact to one that they have proven: the customer, its flag and, where the contact is a login
 * identifier, the login move together or not at all. The customer's sessions end. Used by `POST /store/customers/me/contact/verify`.
 *
 * @returns `{ id }` of the customer, and `valid_from`, the `iat` that a valid token has at least from now on
 * @throws PluginError `contact_taken`, `customer_not_found`, `session_revoked`, `otp_invalid` when the contact has
 * changed since
 * @example await updateContactWorkflow(container).run({ input: { customer_id, contact: "phone", value: "+15559998888" } })
 */
export const updateContactWorkflow = createWorkflow(
  updateContactWorkflowId,
  (input: UpdateContactInput) => {
    const claimed = transform({ input }, ({ input: { holder, value } }) =>
      holder ? { holder } : [value]
    )
    const reservation = reserveContactsStep(claimed)
    assertContactFreeStep(input)
    const revocation = revokeSessionsStep(input)
    const { old, other, namers } = changeContactStep(input)
    const proven = transform({ input }, provenContact)
    clearWayStep(proven)
    const { customer } = setVerifiedStep(proven)
    moveLoginStep(proven)
    releaseContactsStep(reservation)
    emitEventStep({
      eventName: CustomerWorkflowEvents.UPDATED,
      data: customer,
    }).config({ name: "emit-customer-updated" })
    emitEventStep({
      eventName: CustomerRegistrationEvents.CONTACT_CHANGED,
      data: customer,
    })
    notifyOwnerStep({ change: input, old, other })
    notifyNamersStep(namers)
    return new WorkflowResponse(
      transform({ customer, revocation }, ({ customer, revocation }) => ({
        ...customer,
        ...revocation,
      }))
    )
  }
)

/** The new value and no other, whatever the customer's contact is by the time its flag is set. */
function provenContact(
  { input }: { input: UpdateContactInput },
  { container }: Pick<StepExecutionContext, "container">
): SetVerifiedInput {
  const { customer_id, contact, value } = input
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(value)
  return { customer_id, contact, destination_hash }
}

/**
 * Changes the contact of a logged-in customer to the one that a code proves, and logs them in again.
 *
 * @throws PluginError as `proveContactChange` and `updateContactWorkflow`
 * @example const { customer, login } = await changeContactByCode(req, { token, code: "482917" })
 */
export async function changeContactByCode(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  typed: TypedCode
): Promise<{ customer: CustomerProfile; login: LoginAnswer }> {
  const { scope, auth_context } = request
  const { customer_id, contact, valid_from } = await withReservation(
    request,
    typed,
    async (holder) => {
      const { actor_id } = auth_context
      const proven = await proveContactChange(scope, actor_id, typed)
      const session_iat = issuedAt(auth_context)
      const { result } = await updateContactWorkflow(scope).run({
        input: { ...proven, holder, session_iat },
      })
      return { ...proven, valid_from: result.valid_from }
    }
  )
  const customer = await requireProfile(scope, customer_id)
  const login = await renewedLogin(request, customer, contact, valid_from)
  return { customer, login }
}

// Before the code is consumed: somebody else's registration that fails must not cost it.
async function withReservation<Result>(
  {
    scope,
    auth_context,
  }: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  { token }: TypedCode,
  work: (holder: string) => Promise<Result>
): Promise<Result> {
  const { value } = readContactChange(scope, auth_context.actor_id, token)
  const registration = scope.resolve(CUSTOMER_REGISTRATION_MODULE)
  const holder = await registration.reserve([value])
  if (!holder) {
    throw new PluginError("contact_taken")
  }
  try {
    return await work(holder)
  } finally {
    await registration.release(holder)
  }
}
