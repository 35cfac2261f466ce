import type { MedusaContainer } from "@medusajs/framework/types"
import { profileOf } from "../medusa/customer-table"
import { changeOnce, verifyOnce } from "../medusa/prove-at-once"
import { refusingTaken } from "../medusa/refusing-taken"
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
import { execute, executeOne, statement, type SqlContext } from "../sql"

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
  const row = await refusingTaken(() =>
    executeOne(container, VERIFY_AT_ONCE[contact], values)
  )
  return row && profileOf(row)
}

/** A contact change that takes nothing off anybody else. */
export type SimpleChange = ContactOf & {
  /** What the customer has on the record. */
  old: string | null
  /** The provider identity that moves to the new contact, if one does. */
  login_id: string | null
}

type ChangeAtOnce = ConsumedCode & Omit<SimpleChange, "contact">

/** Consumes a code and changes the contact and the login to the value that it proves: all or nothing. */
export const CHANGE_AT_ONCE = {
  email: changeAtOnceStatement("email"),
  phone: changeAtOnceStatement("phone"),
} satisfies Record<Contact, unknown>

function changeAtOnceStatement(contact: Contact) {
  return statement<ChangeAtOnce, { id: string }>(
    changeOnce(contact, consumedIf)
  )
}

/**
 * Consumes a code that was guessed right and changes the contact of a customer to the value that it proves, with the login, in
 * one statement. The flag is still to be set, in the same transaction.
 *
 * @returns whether it did; nothing is done if that takes more: others have the contact, the customer has another one by now,
 * or the code was consumed meanwhile
 * @example const isChanged = await changeAtOnce(context, change, code)
 */
export async function changeAtOnce(
  context: SqlContext,
  { contact, ...change }: SimpleChange,
  { id, limit_key, hit_at }: RightCode
): Promise<boolean> {
  const values = { ...change, id, limit_key, hit_at }
  return (await execute(context, CHANGE_AT_ONCE[contact], values)).length > 0
}
