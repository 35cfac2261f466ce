import type { MedusaContainer } from "@medusajs/framework/types"
import {
  accessFrom,
  byFactors,
  factorsOf,
  type AccessOf,
  type AccessRow,
  type CustomerAccess,
} from "../medusa/customer-access"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import {
  COUNTED,
  OTP_VERIFICATION_MODULE,
  type AttemptColumns,
  type CountedAttempt,
  type Guess,
} from "../modules/otp-verification"
import type { Contact } from "../options"
import { executeOne, statement } from "../sql"
import { contactToProve } from "./customer-contact"
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
 * Counts one guess at a code that proves a contact, and compares it.
 *
 * @returns nothing for what cannot be a code: it is a typing error, and nothing is read or counted
 * @example const guessed = await guessContact(container, { id: jti, purpose, customer_id, contact: "phone", code: "482917" })
 */
export async function guessContact(
  container: MedusaContainer,
  { customer_id, contact, value: given, ...guess }: ContactGuess
): Promise<Guessed | undefined> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const attempt = { ...guess, subject: customer_id }
  const columns = otp.attemptColumns(attempt)
  if (!columns) {
    return undefined
  }
  const row = await executeOne(
    container,
    GUESS[contact][await factorsOf(container)],
    { ...columns, customer_id, value: given ?? null }
  )
  const access = row && isAccess(row) ? accessFrom(row) : undefined
  const { phone } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  // No code goes to an empty destination.
  const value =
    given ?? (access && contactToProve(access, contact, { phone })) ?? ""
  const counted = row && isCounted(row) ? row : undefined
  const compared = { ...attempt, destination: value }
  return { guess: await otp.compare(compared, counted), value, access }
}

const isAccess = (row: Row): row is Row & AccessRow => row.id !== null

const isCounted = (row: Row): row is Row & CountedAttempt =>
  row.code_hash !== null
