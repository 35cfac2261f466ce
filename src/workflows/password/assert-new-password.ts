import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../../errors"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { refusalOf } from "../../password"

/**
 * Refuses a new password that the store's rules refuse, whoever runs the workflow.
 *
 * @throws PluginError `password_too_short`, `password_common`
 * @example assertNewPassword(container, "correct horse")
 */
export function assertNewPassword(
  container: MedusaContainer,
  password: string
): void {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const refusal = refusalOf(password, registration.getOptions().password)
  if (refusal) {
    const { code, message } = refusal
    throw new PluginError(code, { message })
  }
}
