import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { sendEmailCodeStep, sendPhoneCodeStep } from "../otp/send-otp"
import { autoSends } from "./auto-sends"
import { claimedValues } from "./claimed-values"
import { releaseContactsStep } from "../contact/steps/release-contacts"
import type { RegisterCustomerInput } from "./register-customer-input"
import { reserveContactsStep } from "../contact/steps/reserve-contacts"
import { linkIdentityStep } from "./steps/link-identity"
import { validateRegistrationStep } from "./steps/validate-registration"

export const registerCustomerWorkflowId = "register-customer"

/**
 * Creates the customer of an auth identity and, with `autoSendOnRegistration`, sends the codes. All or nothing: if a
 * step fails, there is no customer and the identity is free. Used by `POST /store/customers`.
 *
 * @returns the customer's `id` and the codes that were `sent`; `signOtpToken` makes the client's tokens of them
 * @throws PluginError as `validateRegistrationStep`, `reserveContactsStep` and `sendVerificationCodeStep`
 * @example await registerCustomerWorkflow(container).run({ input: { auth_identity_id, customer: { phone: "+12133734253" } } })
 */
export const registerCustomerWorkflow = createWorkflow(
  registerCustomerWorkflowId,
  (input: RegisterCustomerInput) => {
    const reservation = reserveContactsStep(transform({ input }, claimedValues))
    validateRegistrationStep(input)
    const customersData = transform({ input }, ({ input }) => [
      { ...input.customer, has_account: true },
    ])
    const customers = createCustomersWorkflow.runAsStep({
      input: { customersData },
    })
    const customer = transform({ customers }, ({ customers }) => customers[0])
    linkIdentityStep({
      auth_identity_id: input.auth_identity_id,
      customer_id: customer.id,
    })
    const sends = transform({ input, customer }, autoSends)
    // Sending is last but for the release: a message cannot be taken back.
    const email = when(
      "auto-send-email",
      { sends },
      ({ sends }) => sends.email.wanted
    ).then(() => sendEmailCodeStep(sends.email.input))
    const phone = when(
      "auto-send-phone",
      { sends },
      ({ sends }) => sends.phone.wanted
    ).then(() => sendPhoneCodeStep(sends.phone.input))
    releaseContactsStep(reservation)
    const sent = transform({ email, phone }, ({ email, phone }) =>
      [email, phone].filter((code) => code !== undefined)
    )
    return new WorkflowResponse({ id: customer.id, sent })
  }
)
