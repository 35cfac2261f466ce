import { MedusaError } from "@medusajs/framework/utils"
import { ERRORS, isErrorCode, type ErrorCode } from "./codes"

/** What an error's answer carries beside type, code and message. */
export type ErrorDetails = {
  customer_id?: string
  verification_type?: string
  /** Seconds until a new try can succeed. */
  retry_after?: number
  /** What a developer needs to know, and no shopper. */
  hint?: string
}

/**
 * An error of this plugin: a `MedusaError` whose code, type and HTTP status come from one table.
 *
 * @example throw new PluginError("otp_throttled", { details: { retry_after: 42 } })
 */
export class PluginError extends MedusaError {
  readonly details: ErrorDetails

  constructor(
    code: ErrorCode,
    { message, details = {} }: { message?: string; details?: ErrorDetails } = {}
  ) {
    super(ERRORS[code].type, message ?? ERRORS[code].message, code)
    this.details = details
  }
}

/** The shape in which an error of this plugin comes out of a workflow, which may have copied it. */
export type PluginErrorLike = Error & {
  code: ErrorCode
  details?: ErrorDetails
}

/** Whether a thrown value is one of this plugin's errors, by its code. */
export function isPluginError(error: unknown): error is PluginErrorLike {
  const code: unknown =
    error instanceof Object ? Reflect.get(error, "code") : undefined
  return isErrorCode(code)
}

/**
 * Makes what stands in for a method that Medusa generates for every model and that would write past the rules of ours.
 *
 * @param message what to use instead
 * @returns a method that throws MedusaError `not_allowed`
 * @example override deleteOtpVerifications = refuseGenerated("Codes are issued and consumed, not written.")
 */
export function refuseGenerated(message: string): () => Promise<never> {
  return async () => {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
  }
}
