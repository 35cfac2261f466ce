import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import type { Challenge } from "../modules/otp-verification"
import { contactToProve } from "./contact-to-prove"
import type { CodeRequest } from "./issue-code"
import { sendCode } from "./send-code"
import { verifiableCustomer } from "./verifiable-customer"
import {
  VERIFICATION_CONTACTS,
  type VerificationType,
} from "./verification-types"

export type SendVerificationCodeInput = {
  customer_id: string
  type: VerificationType
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

/**
 * Sends a customer the code that verifies their e-mail or phone; the step of `send-otp`, for who needs no workflow
 * around it. Used by `POST /store/customers/otp/send`, where the workflow engine took a quarter of the time.
 *
 * @returns the sent code's id and expiry; `otpTicket` makes the client's token of it
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `contact_missing`, `already_verified`,
 * `otp_throttled`, `otp_delivery_failed`
 * @example const challenge = await sendVerificationCode(container, { customer_id, type: "phone_verification" })
 */
export async function sendVerificationCode(
  container: MedusaContainer,
  input: SendVerificationCodeInput
): Promise<Challenge> {
  return await sendCode(container, await codeRequest(input, container))
}

async function codeRequest(
  { customer_id, type, client_ip }: SendVerificationCodeInput,
  container: MedusaContainer
): Promise<CodeRequest> {
  const contact = VERIFICATION_CONTACTS[type]
  const customer = await verifiableCustomer(container, customer_id, contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const destination = contactToProve(customer, contact, options)
  if (!destination) {
    throw new PluginError("contact_missing")
  }
  if (customer[`${contact}_verified`]) {
    throw new PluginError("already_verified")
  }
  return {
    subject: customer_id,
    purpose: type,
    contact,
    destination,
    client_ip,
  }
}
