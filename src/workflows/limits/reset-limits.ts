import type { MedusaContainer } from "@medusajs/framework/types"
import { contactsOf } from "../../auth"
import { contactToProve, OTP_PURPOSES, requireContacts } from "../../codes"
import { findIdentitiesOf } from "../../medusa/logins"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import { CONTACTS } from "../../options"

/**
 * Frees a customer at once: forgets every limit and failure count of theirs, of their contacts and of anonymous requests
 * for these, and their wrong passwords. Codes stay as they are. Not a workflow, for contacts must not become part of its
 * state, and there is nothing to undo. Used by `POST /admin/customers/:id/limits/reset`.
 *
 * @throws PluginError `customer_not_found`
 * @example await resetLimits(container, "cus_1")
 */
export async function resetLimits(
  container: MedusaContainer,
  customerId: string
): Promise<void> {
  const customer = await requireContacts(container, customerId)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const identities = await findIdentitiesOf(container, customerId)
  const reachable = CONTACTS.flatMap(
    (contact) => contactToProve(customer, contact, options) ?? []
  )
  const destinations = [
    ...new Set([...contactsOf(customer, identities), ...reachable]),
  ]
  await container.resolve(OTP_VERIFICATION_MODULE).resetLimits({
    subjects: [customerId],
    destinations,
    purposes: OTP_PURPOSES,
  })
}
