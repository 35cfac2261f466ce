import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PluginError } from "../../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { verificationOf, type PluginOptions } from "../../../options"
import { contactToProve } from "../contact-to-prove"
import { deliverCode } from "../deliver-code"
import type { SentCode } from "../otp-ticket"
import {
  VERIFICATION_CONTACTS,
  type VerificationType,
} from "../verification-types"

export type SendCodeInput = {
  customer_id: string
  type: VerificationType
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

export const sendCodeStepId = "send-verification-code"

/**
 * Issues a code and delivers it, in one step, so that the code never becomes part of the workflow's state.
 * Undone, the code is void and the limits it took are given back.
 *
 * @throws PluginError `customer_not_found`, `verification_not_configured`, `contact_missing`, `already_verified`,
 * `otp_throttled`, `otp_delivery_failed`
 */
export const sendCodeStep = createStep(
  sendCodeStepId,
  async (input: SendCodeInput, { container }) => {
    const sent = await sendCode(input, container)
    return new StepResponse(sent, sent)
  },
  async (sent, { container }) => {
    if (sent) {
      await container.resolve(OTP_VERIFICATION_MODULE).revoke(sent)
    }
  }
)

async function sendCode(
  { customer_id, type, client_ip }: SendCodeInput,
  container: MedusaContainer
): Promise<SentCode> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const contact = VERIFICATION_CONTACTS[type]
  const { destination, channel, resend_seconds } = await findDestination(
    { customer_id, type },
    options,
    container
  )
  const issued = await otp.issue({
    subject: customer_id,
    purpose: type,
    destination,
    channel,
    text_message: contact === "phone",
    resend_seconds,
    client_ip,
  })
  if (issued.outcome === "throttled") {
    const { retry_after } = issued
    throw new PluginError("otp_throttled", { details: { retry_after } })
  }
  const { code, challenge } = issued
  try {
    await deliverCode(container, options, {
      contact,
      destination,
      code,
      customer_id,
    })
  } catch (error) {
    await otp.revoke(challenge)
    logFailure(container, type, customer_id, error)
    throw new PluginError("otp_delivery_failed")
  }
  return { ...challenge, customer_id }
}

async function findDestination(
  { customer_id, type }: SendCodeInput,
  options: PluginOptions,
  container: MedusaContainer
) {
  const contact = VERIFICATION_CONTACTS[type]
  const verification = verificationOf(options, contact)
  if (!verification) {
    throw new PluginError("verification_not_configured")
  }
  const customer = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveContacts(customer_id)
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
    destination,
    channel: verification.channel,
    resend_seconds: verification.resendThrottleSeconds,
  }
}

// A provider's message may quote what it was given, so only the name of its error is logged.
function logFailure(
  container: MedusaContainer,
  type: VerificationType,
  customerId: string,
  error: unknown
): void {
  const name = error instanceof Error ? error.name : typeof error
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: the notification provider failed to deliver a ${type} code to customer ${customerId} (${name})`
    )
}
