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
