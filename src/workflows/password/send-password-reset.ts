import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { findResettable, noteResetMail, type Recoverable } from "../../auth"
import { deliverNotice, logLimitReached, noticeContent } from "../../codes"
import { lookupForm, parseKnownContact } from "../../contact"
import { RESET_TOKEN_MINUTES } from "../../medusa/reset-event"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import {
  passwordResetMessage,
  passwordResetValues,
  resetUrl,
} from "../../notifications"
import { reveal, type Secret } from "./secret"

export type SendPasswordResetInput = {
  /** What the customer's login is stored by. */
  email: string
  /** Medusa's reset token. */
  token: Secret
  /** The language of the mail (BCP 47); left out or not the store's, the customer's. */
  locale?: string
}

export const sendPasswordResetStepId = "send-password-reset-mail"

/**
 * Sends the mail with the reset link, if this e-mail may recover its account and the limits of its destination allow
 * it. A provider that fails is logged, without the token. No compensation: a message cannot be recalled.
 */
export const sendPasswordResetStep = createStep(
  sendPasswordResetStepId,
  async (input: SendPasswordResetInput, { container }) => {
    const found = await findResettable(container, input.email)
    if (found && isOneAddress(found.email)) {
      const { email, recovery } = found
      await noteResetMail(container, reveal(input.token), found)
      await deliver({ ...input, email }, container, recovery)
    }
    return new StepResponse({})
  }
)

export const sendPasswordResetWorkflowId = "send-password-reset"

/**
 * Sends a customer the mail with the link to set a new password. Used on `auth.password_reset`.
 *
 * @example await sendPasswordResetWorkflow(container).run({ input: { email: "jane@example.com", token: secret(token) } })
 */
export const sendPasswordResetWorkflow = createWorkflow(
  sendPasswordResetWorkflowId,
  (input: SendPasswordResetInput) =>
    new WorkflowResponse(sendPasswordResetStep(input))
)

// A login that was set up outside this plugin, by an admin say, may hold several addresses, or a header.
function isOneAddress(email: string): boolean {
  return parseKnownContact("email", email).value !== undefined
}

async function deliver(
  { email, token, locale }: SendPasswordResetInput,
  container: MedusaContainer,
  receiver: Recoverable
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const { password_reset, storefrontUrl } = registration.getOptions()
  if (password_reset === false) {
    return
  }
  if (!storefrontUrl) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        "customer-registration: no password reset mail was sent, because neither storefrontUrl nor http.storeCors says where the storefront is"
      )
    return
  }
  const destination = lookupForm("email", email)
  const allowed = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .takeDelivery({ destination, text_message: false })
  if (!allowed) {
    logLimitReached(container, "a password reset mail")
    return
  }
  const query = { token: reveal(token), email }
  const style = registration
    .getMessages()
    .styleOf("password_reset", "email", locale, receiver.locale)
  const facts = {
    reset_url: resetUrl(storefrontUrl, query),
    expires_in_minutes: RESET_TOKEN_MINUTES,
    email,
  }
  await deliverNotice(container, "a password reset mail", {
    to: email,
    channel: "email",
    trigger_type: "auth.password_reset",
    receiver_id: receiver.customer_id,
    secret: query.token,
    ...noticeContent(container, "password_reset", style, facts, {
      message: passwordResetMessage,
      values: passwordResetValues,
    }),
  })
}
