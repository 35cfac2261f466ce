import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Logs that a provider did not deliver. A provider's message may quote what it was given, so only the name of its
 * error is logged.
 *
 * @param what the message, without any contact
 * @example logFailedDelivery(container, "a phone_verification code", error)
 */
export function logFailedDelivery(
  container: MedusaContainer,
  what: string,
  error: unknown
): void {
  const name = error instanceof Error ? error.name : typeof error
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `customer-registration: the notification provider failed to deliver ${what} (${name})`
    )
}

/**
 * Logs that a message did not go out because of a limit, where no answer says so.
 *
 * @param what the message, without any contact
 * @example logLimitReached(container, "a password_recovery code")
 */
export function logLimitReached(
  container: MedusaContainer,
  what: string
): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `customer-registration: ${what} was not sent, because the limits of its destination or of text messages are used up`
    )
}
