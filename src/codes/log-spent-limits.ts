import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Logs that a message did not go out because of a limit, where nobody is told.
 *
 * @param what the message, without any contact
 * @example logSpentLimits(container, "a password_recovery code")
 */
export function logSpentLimits(container: MedusaContainer, what: string): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `customer-registration: ${what} was not sent, because the limits of its destination or of text messages are used up`
    )
}
