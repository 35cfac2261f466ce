import { MedusaError } from "@medusajs/framework/utils"

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
