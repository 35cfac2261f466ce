import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { verificationOf } from "../../../options"
import { contactToProve } from "../contact-to-prove"
import type { CodeRequest } from "../issue-code"
import { sendCode } from "../send-code"
import {
  VERIFICATION_CONTACTS,
  type VerificationType,
} from "../verification-types"

export type SendVerificationCodeInput = {
  customer_id: string
  type: VerificationType
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

export const sendVerificationCodeStepId = "send-verification-code"

/**
 * Issues a code and delivers it, in one step, so that the code never becomes part of the workflow's state.
 * Undone, the code is void; the limits it took stay taken, for the message went out.
 *
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `contact_missing`, `already_verified`,
 * `otp_throttled`, `otp_delivery_failed`
 */
export const sendVerificationCodeStep = sendStep(sendVerificationCodeStepId)

/**
 * The same step under names of their own, for a workflow that has both. `config` would name them too, but a step that
 * it renames inside `when` is never undone: Medusa keeps what the step did under the one name and looks for it under
 * the other.
 */
export const sendEmailCodeStep = sendStep("send-email-code")
/** As `sendEmailCodeStep`. */
export const sendPhoneCodeStep = sendStep("send-phone-code")

function sendStep(id: string) {
  return createStep(
    id,
    async (input: SendVerificationCodeInput, { container }) => {
      const challenge = await sendCode(
        container,
        await codeRequest(input, container)
      )
      const { customer_id, type } = input
      return new StepResponse({ ...challenge, customer_id, type }, challenge)
    },
    async (challenge, { container }) => {
      if (challenge) {
        await container.resolve(OTP_VERIFICATION_MODULE).voidCode(challenge)
      }
    }
  )
}

async function codeRequest(
  { customer_id, type, client_ip }: SendVerificationCodeInput,
  container: MedusaContainer
): Promise<CodeRequest> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const contact = VERIFICATION_CONTACTS[type]
  if (!verificationOf(options, contact)) {
    throw new PluginError("verification_not_configured")
  }
  const customer = await registration.retrieveContacts(customer_id)
  if (!customer) {
    throw new PluginError("customer_not_found")
  }
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
