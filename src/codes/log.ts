import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Why a message did not go out, in words that hold no contact and no secret. */
export class DeliveryError extends Error {
  override name = "DeliveryError"
}

/**
 * Logs that a message was not delivered, and why. Of an error that is not about the delivery only the name is logged, for
 * its message may quote a contact.
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
  const why = error instanceof DeliveryError ? error.message : name
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`customer-registration: failed to deliver ${what}: ${why}`)
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
