import type { StepExecutionContext } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"

/**
 * Whether a reset is the first proof of a contact. Where a store asks for no verification, accounts live without one,
 * and keep their identity with its second factors.
 */
export function needsFreshIdentity(
  { input }: { input: { proven: boolean } },
  { container }: Pick<StepExecutionContext, "container">
): boolean {
  const { registration } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  return registration.require_verification && !input.proven
}
