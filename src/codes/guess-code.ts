import type { MedusaContainer } from "@medusajs/framework/types"
import {
  accessFrom,
  byFactors,
  factorsOf,
  type AccessOf,
  type AccessRow,
  type CustomerAccess,
} from "../medusa/customer-access"
import {
  COUNTED,
  OTP_VERIFICATION_MODULE,
  type AttemptColumns,
  type CountedAttempt,
  type Guess,
} from "../modules/otp-verification"
import type { Contact } from "../options"
import { executeOne, statement } from "../sql"
import { destinationOf } from "./customer-contact"
import type { OtpPurpose } from "./purposes"

/** No code, or no customer: then their columns are null. */
type Row = { [Key in keyof AccessRow]: AccessRow[Key] | null } & {
  [Key in keyof CountedAttempt]: CountedAttempt[Key] | null
}

/** Counts a guess and reads how the customer logs in who the code is of, in one statement; the count is committed with it. */
export const GUESS = {
  email: byFactors("email", guessStatement),
  phone: byFactors("phone", guessStatement),
} satisfies Record<Contact, unknown>

function guessStatement(access: string) {
  return statement<AttemptColumns & AccessOf, Row>(
    `WITH ${COUNTED}
    SELECT access.*, counted.* FROM (SELECT 1) AS one
    LEFT JOIN (${access}) AS access ON true LEFT JOIN counted ON true`
  )
}

/** A guess at a code that proves a contact of a customer. */
export type ContactGuess = {
  /** Of the code. */
  id: string
  own?: boolean
  purpose: OtpPurpose
  customer_id: string
  contact: Contact
  /** Where the code must have gone; left out, to the contact that the customer has today. */
  value?: string
  code: string
}

/** What came of a guess, and how the customer logs in, if there is one. */
export type Guessed = { guess: Guess; value: string; access?: CustomerAccess }

/**
 * Counts one guess at a code that proves a contact, and compares it. What cannot be a code is a typing error: nothing is read
 * or counted.
 *
 * @example const { guess } = await guessContact(container, { id: jti, purpose, customer_id, contact: "phone", code: "482917" })
 */
export async function guessContact(
  container: MedusaContainer,
  { customer_id, contact, value: given, ...guess }: ContactGuess
): Promise<Guessed> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const prepared = otp.prepareGuess({ ...guess, subject: customer_id })
  if (!prepared) {
    return { guess: { outcome: "invalid" }, value: "" }
  }
  const row = await executeOne(
    container,
    GUESS[contact][await factorsOf(container)],
    { ...prepared.columns, customer_id, value: given ?? null }
  )
  const access = row && isAccess(row) ? accessFrom(row) : undefined
  const value = given ?? destinationOf(container, access, contact)
  const counted = row && isCounted(row) ? row : undefined
  return { guess: await otp.compare(prepared, value, counted), value, access }
}

const isAccess = (row: Row): row is Row & AccessRow => row.id !== null

const isCounted = (row: Row): row is Row & CountedAttempt =>
  row.code_hash !== null
