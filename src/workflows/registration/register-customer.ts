import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type StepExecutionContext,
} from "@medusajs/framework/workflows-sdk"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { SendVerificationCodeInput } from "../../codes"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { verificationOf, type Contact } from "../../options"
import { sendEmailCodeStep, sendPhoneCodeStep } from "../otp/send-otp"
import {
  releaseContactsStep,
  reserveContactsStep,
} from "../shared/claim-contacts"
import { keepEmailApartStep } from "./steps/keep-email-apart"
import { linkIdentityStep } from "./steps/link-identity"
import {
  type RegisterCustomerInput,
  validateRegistrationStep,
  validateReservedRegistrationStep,
} from "./steps/validate-registration"

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
    // Before the reservation: a registration that must fail holds up nobody. And within it, where nothing changes any more.
    const claimed = validateRegistrationStep(input)
    const reservation = reserveContactsStep(claimed)
    validateReservedRegistrationStep(input)
    // The link comes first: without it nobody could go on with the customer, with it alone the next try does.
    const link = linkIdentityStep(input)
    const named = transform({ input, link }, ({ input, link }) => ({
      customer_id: link.customer_id,
      email: input.customer.email,
    }))
    const { email: onRecord } = keepEmailApartStep(named)
    const customersData = transform(
      { input, link, onRecord },
      ({ input, link, onRecord: email }) => [
        { ...input.customer, email, id: link.customer_id, has_account: true },
      ]
    )
    const customers = createCustomersWorkflow.runAsStep({
      input: { customersData },
    })
    const customer = transform({ customers }, ({ customers }) => customers[0])
    const sends = transform({ input, customer }, autoSends)
    // After all that can fail: a message cannot be recalled.
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

type AutoSend = { wanted: boolean; input: SendVerificationCodeInput }

/** The codes that `autoSendOnRegistration` sends to a new customer, by contact. */
function autoSends(
  {
    input,
    customer,
  }: { input: RegisterCustomerInput; customer: { id: string } },
  { container }: Pick<StepExecutionContext, "container">
): Record<Contact, AutoSend> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const autoSend = (contact: Contact): AutoSend => ({
    wanted: Boolean(
      verificationOf(options, contact)?.autoSendOnRegistration &&
      input.customer[contact] &&
      input.proven !== contact
    ),
    input: {
      customer_id: customer.id,
      type: `${contact}_verification`,
      client_ip: input.client_ip,
      locale: input.locale,
      auth_identity_id: input.auth_identity_id,
    },
  })
  return { email: autoSend("email"), phone: autoSend("phone") }
}
