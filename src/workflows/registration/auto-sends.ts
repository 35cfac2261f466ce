import type { StepExecutionContext } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { verificationOf, type Contact } from "../../options"
import type { SendVerificationCodeInput } from "../../codes"
import type { RegisterCustomerInput } from "./register-customer-input"

type AutoSend = { wanted: boolean; input: SendVerificationCodeInput }

/** The codes that `autoSendOnRegistration` sends to a new customer, by contact. */
export function autoSends(
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
      input.customer[contact]
    ),
    input: {
      customer_id: customer.id,
      type: `${contact}_verification`,
      client_ip: input.client_ip,
    },
  })
  return { email: autoSend("email"), phone: autoSend("phone") }
}
