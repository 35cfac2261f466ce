import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { verifiedLogin, type LoginAnswer } from "../../auth"
import {
  guessVerification,
  requireProfile,
  verifyAtOnce,
  type GuessedVerification,
  type TypedCode,
  type VerificationType,
} from "../../codes"
import type { CustomerAccess } from "../../medusa/customer-access"
import { emitLater } from "../../medusa/events"
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
 * @throws PluginError as `guessVerification`, `clearWayStep` and `setVerifiedStep`
 * @example const { customer, login } = await verifyContactByCode(container, { token, code: "482917" })
 */
export async function verifyContactByCode(
  container: MedusaContainer,
  typed: TypedCode
): Promise<Verified> {
  const guessed = await guessVerification(container, typed)
  const { type, contact } = guessed
  const { customer, access } = await verifyGuessed(container, guessed)
  const login = await verifiedLogin(container, customer, contact, access)
  return { type, customer, login }
}

/**
 * Consumes a code that was guessed right and verifies the contact that it proves.
 *
 * @returns the customer, and how they log in if that has not changed
 * @throws PluginError as `consumeGuess`, `clearWayStep` and `setVerifiedStep`
 * @example const { customer } = await verifyGuessed(container, guessed)
 */
export async function verifyGuessed(
  container: MedusaContainer,
  guessed: GuessedVerification
): Promise<{ customer: CustomerProfile; access?: CustomerAccess }> {
  const verified = await verifyInOneStatement(container, guessed)
  if (verified) {
    const { id } = verified
    const name = VERIFIED_EVENTS[guessed.contact]
    emitLater(container, [{ name, data: { id } }])
    return { customer: verified, access: guessed.customer }
  }
  return { customer: await verifyByWorkflow(container, guessed) }
}

/**
 * What most verifications are: the contact is stored in its normal form, the login is by it already or there is none, and
 * nobody else has it. Everything else takes the workflow.
 */
async function verifyInOneStatement(
  container: MedusaContainer,
  { customer: access, contact, value, code }: GuessedVerification
): Promise<CustomerProfile | undefined> {
  const own = access.logins.filter((login) => login.contact === contact)
  const isSettled = own.length
    ? own.some(({ entity_id }) => entity_id === value)
    : !access.others_login
  const customer_id = access.id
  return isSettled && access[contact] === value
    ? await verifyAtOnce(container, { customer_id, contact, value }, code)
    : undefined
}

async function verifyByWorkflow(
  container: MedusaContainer,
  { customer_id, contact, destination_hash, code }: GuessedVerification
): Promise<CustomerProfile> {
  const input = { customer_id, destination_hash, code }
  await WORKFLOWS[contact](container).run({ input })
  return await requireProfile(container, customer_id)
}
