import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { verifyOnce } from "../medusa/contact-holders"
import { profileOf } from "../medusa/customer-table"
import type {
  ContactOf,
  CustomerProfile,
} from "../modules/customer-registration"
import {
  consumedIf,
  type ConsumedCode,
  type RightCode,
} from "../modules/otp-verification"
import type { Contact } from "../options"
import { executeOne, isRefusedAs, statement } from "../sql"

type VerifyAtOnce = ConsumedCode & { customer_id: string; value: string }

/** Consumes a code and sets the flag of the contact that it proves: both or neither, so that a killed server leaves no used code without its flag. */
export const VERIFY_AT_ONCE = {
  email: verifyAtOnceStatement("email"),
  phone: verifyAtOnceStatement("phone"),
} satisfies Record<Contact, unknown>

function verifyAtOnceStatement(contact: Contact) {
  return statement<VerifyAtOnce, CustomerProfile>(
    verifyOnce(contact, consumedIf)
  )
}

/**
 * Consumes a code that was guessed right and sets the flag of the contact that it proves, in one statement.
 *
 * @param proven the contact in its normal form, as it is stored
 * @returns the customer; nothing, and nothing is done, if that takes more than a flag: another account has the contact on
 * the record, the customer has another one by now, or the code was consumed meanwhile
 * @throws PluginError `contact_taken` if another account has proven it meanwhile
 * @example const customer = await verifyAtOnce(container, { customer_id, contact: "phone", value }, code)
 */
export async function verifyAtOnce(
  container: MedusaContainer,
  { customer_id, contact, value }: ContactOf,
  { id, limit_key, hit_at }: RightCode
): Promise<CustomerProfile | undefined> {
  const values = { id, limit_key, hit_at, customer_id, value }
  try {
    const row = await executeOne(container, VERIFY_AT_ONCE[contact], values)
    return row && profileOf(row)
  } catch (error) {
    throw isRefusedAs("unique_violation", error)
      ? new PluginError("contact_taken")
      : error
  }
}
