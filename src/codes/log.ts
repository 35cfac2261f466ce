import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { hideSecrets } from "../contact"

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

/**
 * What a provider's error says: class, code, status, message and, where there is one, its cause. No contact and no secret
 * is left in it.
 *
 * @param secrets what may be quoted in it: who the message goes to, its code
 * @example describeError(error, [to, code]) // "RestException, code 21211, status 400: Invalid 'To' [hidden]"
 */
export function describeError(error: unknown, secrets: string[]): string {
  const cause = fieldOf(error, "cause")
  const all = [error, ...(cause ? [cause] : [])].map(wordsOf)
  return hideSecrets(all.join("; because of "), secrets)
}

const STATUS_FIELDS = [
  ["status"],
  ["statusCode"],
  ["response", "status"],
  ["$metadata", "httpStatusCode"],
]

function wordsOf(error: unknown): string {
  const code = plain(fieldOf(error, "code"))
  const [status] = STATUS_FIELDS.flatMap(
    (path) => plain(path.reduce(fieldOf, error)) ?? []
  )
  const head = [
    className(error),
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(status === undefined ? [] : [`status ${status}`]),
  ]
  const message = plain(error) ?? plain(fieldOf(error, "message")) ?? ""
  return `${head.join(", ")}: ${message}`
}

function fieldOf(value: unknown, name: string): unknown {
  return Reflect.get(Object(value) as object, name)
}

function plain(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number"
    ? value
    : undefined
}

// A class of its own often keeps the name "Error".
function className(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error
  }
  return error.name === "Error" ? error.constructor.name : error.name
}
