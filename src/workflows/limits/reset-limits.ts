import type { MedusaContainer } from "@medusajs/framework/types"
import { contactsOf } from "../../auth"
import { contactToProve, OTP_PURPOSES, requireContacts } from "../../codes"
import { findIdentitiesOf } from "../../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../../modules/customer-registration"
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
  const traces = await tracesOf(container, customer)
  await container.resolve(OTP_VERIFICATION_MODULE).resetLimits(traces)
}

/** Until when a customer can get no code, type none, or not log in; `null` for what no limit holds up. */
export type LimitedUntil = {
  codes: Date | null
  wrong_codes: Date | null
  wrong_passwords: Date | null
}

/**
 * Which of the limits that `resetLimits` forgets hold a customer up now, whoever used them up.
 *
 * @example (await limitedUntil(container, customer)).wrong_passwords
 */
export async function limitedUntil(
  container: MedusaContainer,
  customer: CustomerContacts
): Promise<LimitedUntil> {
  const traces = await tracesOf(container, customer)
  const { codes, wrong_codes, wrong_passwords } = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .secondsLimited(traces)
  const until = (seconds: number) =>
    seconds > 0 ? new Date(Date.now() + seconds * 1000) : null
  return {
    codes: until(codes),
    wrong_codes: until(wrong_codes),
    wrong_passwords: until(wrong_passwords),
  }
}

/** By what the limits of a customer are found: those of the contacts on the record, of a pending e-mail and of the logins. */
async function tracesOf(
  container: MedusaContainer,
  customer: CustomerContacts
) {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const identities = await findIdentitiesOf(container, customer.id)
  const reachable = CONTACTS.flatMap(
    (contact) => contactToProve(customer, contact, options) ?? []
  )
  return {
    subjects: [customer.id],
    destinations: [
      ...new Set([...contactsOf(customer, identities), ...reachable]),
    ],
    purposes: OTP_PURPOSES,
  }
}
