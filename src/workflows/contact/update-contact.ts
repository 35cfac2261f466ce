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
import { proveContactChange, requireProfile, type TypedCode } from "../../codes"
import { issuedAt } from "../../medusa/tokens"
import type { CustomerProfile } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { CustomerRegistrationEvents } from "../events"
import {
  assertContactFreeStep,
  releaseContactsStep,
  reserveContactsStep,
} from "../shared/claim-contacts"
import { revokeSessionsStep } from "../shared/revoke-sessions"
import { setVerifiedStep, type SetVerifiedInput } from "../shared/set-verified"
import {
  changeContactStep,
  moveLoginStep,
  voidUnfinishedRegistrationStep,
} from "./steps/change-contact"
import { notifyOldContactStep } from "./steps/notify-old-contact"
import type { UpdateContactInput } from "./update-contact-input"

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
    const claimed = transform({ input }, ({ input }) => [input.value])
    const reservation = reserveContactsStep(claimed)
    assertContactFreeStep(input)
    const revocation = revokeSessionsStep(input)
    const old = changeContactStep(input)
    const customer = setVerifiedStep(transform({ input }, provenContact))
    voidUnfinishedRegistrationStep(input)
    moveLoginStep({ change: input, old })
    releaseContactsStep(reservation)
    emitEventStep({
      eventName: CustomerWorkflowEvents.UPDATED,
      data: customer,
    }).config({ name: "emit-customer-updated" })
    emitEventStep({
      eventName: CustomerRegistrationEvents.CONTACT_CHANGED,
      data: customer,
    })
    notifyOldContactStep({ change: input, old })
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
  const change = await proveContactChange(scope, auth_context.actor_id, typed)
  const { result } = await updateContactWorkflow(scope).run({
    input: { ...change, session_iat: issuedAt(auth_context) },
  })
  const customer = await requireProfile(scope, change.customer_id)
  const login = await renewedLogin(
    request,
    customer,
    change.contact,
    result.valid_from
  )
  return { customer, login }
}
