import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { RightCode } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import { registerCustomerWorkflow } from "../registration/register-customer"
import { reserveContactsStep } from "../shared/claim-contacts"
import { consumeCodeStep } from "../shared/consume-code"
import {
  verifyEmailWorkflow,
  verifyPhoneWorkflow,
} from "../verification/verify-contact"
import { createLoginStep } from "./steps/create-login"

/** Input of `register-by-code`. */
export type RegisterByCodeInput = {
  contact: Contact
  /** In its normal form. */
  value: string
  /** The code that proves the contact; it is consumed first. */
  code: RightCode
}

export const registerByCodeWorkflowId = "register-by-code"

/**
 * Registers the owner of a contact that nobody has, by the code that proves it. They get a login without a password, which
 * a recovery can set. Used by `POST /store/customers/login/confirm`.
 *
 * Whatever it stops after, the next code goes on: a login without a customer is begun anew, and of a customer whose contact
 * is not proven yet the next code is the first proof.
 *
 * @returns the customer's `id`
 * @throws PluginError as `consumeCodeStep`, `registerCustomerWorkflow` and `verifyPhoneWorkflow`
 * @example await registerByCodeWorkflow(container).run({ input: { contact: "phone", value: "+12133734253", code } })
 */
export const registerByCodeWorkflow = createWorkflow(
  registerByCodeWorkflowId,
  (input: RegisterByCodeInput) => {
    consumeCodeStep(input)
    const claimed = transform({ input }, ({ input }) => [input.value])
    const reservation = reserveContactsStep(claimed)
    const login = createLoginStep(input)
    const registration = transform(
      { input, login, reservation },
      ({ input, login, reservation }) => ({
        auth_identity_id: login.id,
        customer: { [input.contact]: input.value },
        proven: input.contact,
        reservation,
      })
    )
    const registered = registerCustomerWorkflow.runAsStep({
      input: registration,
    })
    const proof = transform({ registered }, ({ registered }) => ({
      customer_id: registered.id,
    }))
    when(
      "email-is-proven",
      { input },
      ({ input }) => input.contact === "email"
    ).then(() => {
      verifyEmailWorkflow.runAsStep({ input: proof })
    })
    when(
      "phone-is-proven",
      { input },
      ({ input }) => input.contact === "phone"
    ).then(() => {
      verifyPhoneWorkflow.runAsStep({ input: proof })
    })
    return new WorkflowResponse({ id: registered.id })
  }
)
