import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { verifiedLogin, type LoginAnswer } from "../../auth"
import {
  proveVerification,
  requireProfile,
  type TypedCode,
  PURPOSES,
  type VerificationType,
} from "../../codes"
import type { CustomerProfile } from "../../modules/customer-registration"
import type { Contact } from "../../options"
import { VERIFIED_EVENTS } from "../events"
import { clearWayStep, moveLoginStep } from "../shared/move-login"
import { notifyNamersStep } from "../shared/notify-namers"
import { setVerifiedStep, type SetVerifiedInput } from "../shared/set-verified"

/** Input of `verify-email` and `verify-phone`. */
export type VerifyContactInput = Omit<SetVerifiedInput, "contact">

export const verifyEmailWorkflowId = "verify-email"

/**
 * Sets `email_verified` on a customer, takes the e-mail off everybody who had only named it, moves their login to the e-mail and emits `customer.email_verified`. Used by `POST /store/customers/otp/verify`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError as `clearWayStep` and `setVerifiedStep`
 * @example await verifyEmailWorkflow(container).run({ input: { customer_id: "cus_1" } })
 */
export const verifyEmailWorkflow = createVerifyWorkflow(
  verifyEmailWorkflowId,
  "email"
)

export const verifyPhoneWorkflowId = "verify-phone"

/**
 * Sets `phone_verified` on a customer, takes the phone off everybody who had only named it, moves their login to the phone and emits `customer.phone_verified`. Used by `POST /store/customers/otp/verify`.
 *
 * @returns `{ id }` of the customer
 * @throws PluginError as `clearWayStep` and `setVerifiedStep`
 * @example await verifyPhoneWorkflow(container).run({ input: { customer_id: "cus_1" } })
 */
export const verifyPhoneWorkflow = createVerifyWorkflow(
  verifyPhoneWorkflowId,
  "phone"
)

function createVerifyWorkflow(id: string, contact: Contact) {
  return createWorkflow(id, (input: VerifyContactInput) => {
    const proven = transform({ input }, ({ input }) => ({ ...input, contact }))
    clearWayStep(proven)
    const { customer, namers } = setVerifiedStep(proven)
    moveLoginStep(proven)
    emitEventStep({ eventName: VERIFIED_EVENTS[contact], data: customer })
    notifyNamersStep(namers)
    return new WorkflowResponse(customer)
  })
}

const WORKFLOWS = { email: verifyEmailWorkflow, phone: verifyPhoneWorkflow }

/** A contact that a code verified. */
export type Verified = {
  type: VerificationType
  customer: CustomerProfile
  login: LoginAnswer
}

/**
 * Verifies a contact by the code that went to it, and logs the customer in where that contact is a login identifier.
 *
 * @throws PluginError as `proveVerification` and `setVerifiedStep`
 * @example const { customer, login } = await verifyContactByCode(container, { token, code: "482917" })
 */
export async function verifyContactByCode(
  container: MedusaContainer,
  typed: TypedCode
): Promise<Verified> {
  const { type, ...proven } = await proveVerification(container, typed)
  const workflow = WORKFLOWS[PURPOSES[type].verifies]
  await workflow(container).run({ input: proven })
  const customer = await requireProfile(container, proven.customer_id)
  const login = await verifiedLogin(container, customer, type)
  return { type, customer, login }
}
