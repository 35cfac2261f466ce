import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { passwordResetMessage } from "../../../notifications"
import { logFailedDelivery } from "../../messages/log-failed-delivery"
import { templateOf } from "../../messages/template-of"
import { findResettable } from "../find-recoverable"
import { resetUrl } from "../reset-url"
import { reveal, type Secret } from "../secret"

export type SendPasswordResetInput = {
  /** The e-mail that the customer logs in with. */
  email: string
  /** Medusa's reset token. */
  token: Secret
}

export const sendPasswordResetStepId = "send-password-reset-mail"

/** Minutes that Medusa's reset token lives (2.11 to 2.21). */
const EXPIRES_IN_MINUTES = 15

/**
 * Sends the mail with the reset link, if this e-mail may recover its account. A provider that fails is logged,
 * without the token. No compensation: a message cannot be taken back.
 */
export const sendPasswordResetStep = createStep(
  sendPasswordResetStepId,
  async (input: SendPasswordResetInput, { container }) => {
    const recoverable = await findResettable(container, input.email)
    if (recoverable) {
      await deliver(input, container, recoverable.customer_id)
    }
    return new StepResponse({})
  }
)

async function deliver(
  { email, token }: SendPasswordResetInput,
  container: MedusaContainer,
  customerId?: string
): Promise<void> {
  const { password_reset, storefrontUrl } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (password_reset === false) {
    return
  }
  if (!storefrontUrl) {
    logger.error(
      "customer-registration: no password reset mail was sent, because neither storefrontUrl nor http.storeCors says where the storefront is"
    )
    return
  }
  const { subject } = password_reset ?? {}
  const template = templateOf(password_reset ?? {})
  const facts = {
    reset_url: resetUrl(storefrontUrl, { token: reveal(token), email }),
    expires_in_minutes: EXPIRES_IN_MINUTES,
    email,
    subject,
  }
  const message =
    template.kind === "provider"
      ? { template: template.id, data: facts }
      : {
          template: "customer-registration/password_reset",
          content: passwordResetMessage({
            ...facts,
            template,
            storefront_url: storefrontUrl,
          }),
        }
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: email,
      channel: "email",
      trigger_type: "auth.password_reset",
      receiver_id: customerId,
      ...message,
    })
  } catch (error) {
    logFailedDelivery(container, "a password reset mail", error)
  }
}
