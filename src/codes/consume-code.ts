import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { PluginError, type ErrorCode } from "../errors"
import type { CustomerAccess } from "../medusa/customer-access"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import {
  OTP_VERIFICATION_MODULE,
  type AttemptInput,
  type AttemptOutcome,
  type Guess,
  type RightCode,
} from "../modules/otp-verification"
import type { SqlContext } from "../sql"
import { destinationOf } from "./customer-contact"
import { guessContact } from "./guess-code"
import { readOtpToken } from "./otp-token"
import {
  PURPOSES,
  VERIFICATION_TYPES,
  type ClaimsOf,
  type OtpPurpose,
  type VerificationType,
} from "./purposes"

/** What a client sends back: the token of a send, and the code from the message. */
export type TypedCode = { token: string; code: string }

/** What a right code proved. Nothing in it is secret. */
export type ProvenContact = {
  customer_id: string
  type: VerificationType
  /** Keyed hash of the contact that the code went to. */
  destination_hash: string
}

const REFUSALS = {
  invalid: "otp_invalid",
  expired: "otp_expired",
  used: "otp_used",
  attempts_exceeded: "otp_attempts_exceeded",
} as const satisfies Record<Exclude<AttemptOutcome, "accepted">, ErrorCode>

/**
 * Consumes a code that verifies an e-mail or a phone.
 *
 * @throws PluginError as `readOtpToken` and `consumeCode`; `contact_taken` if it has been taken off the customer, because
 * somebody else has proven it
 * @example const { customer_id } = await proveVerification(container, { token, code: "482917" })
 */
export async function proveVerification(
  container: MedusaContainer,
  typed: TypedCode
): Promise<ProvenContact> {
  const guessed = await guessVerification(container, typed)
  await consumeGuess(container, guessed.code)
  const { customer_id, type, destination_hash } = guessed
  return { customer_id, type, destination_hash }
}

/** A code that verifies a contact and was guessed right; it is consumed with what it proves. */
export type GuessedVerification = ProvenContact & {
  contact: Contact
  /** Where the code went: the contact in its normal form. */
  value: string
  customer: CustomerAccess
  code: RightCode
}

/**
 * Counts one guess at a code that verifies an e-mail or a phone, by the token that its send answered.
 *
 * @throws PluginError as `proveVerification`
 * @example const { contact, code } = await guessVerification(container, { token, code: "482917" })
 */
export async function guessVerification(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<GuessedVerification> {
  const claims = readOtpToken(container, token, VERIFICATION_TYPES)
  const { jti: id, own, customer_id, purpose: type } = claims
  return await guessVerificationOf(container, {
    id,
    own,
    customer_id,
    type,
    code,
  })
}

type VerificationGuess = Pick<ProvenContact, "customer_id" | "type"> & {
  /** Of the code. */
  id: string
  own?: boolean
  code: string
}

/**
 * Counts one guess at a code that verifies an e-mail or a phone. It is compared with where it would go today: a code that
 * went to an old contact proves nothing.
 *
 * @returns what it proves once `code` is consumed
 * @throws PluginError as `proveVerification`
 * @example await guessVerificationOf(container, { id, own: true, customer_id, type: "email_verification", code: "482917" })
 */
export async function guessVerificationOf(
  container: MedusaContainer,
  { id, own, customer_id, type, code }: VerificationGuess
): Promise<GuessedVerification> {
  const contact = PURPOSES[type].verifies
  const guessed = await guessContact(container, {
    id,
    own,
    purpose: type,
    customer_id,
    contact,
    code,
  })
  const { guess, value, access: customer } = guessed
  if (guess.outcome !== "right" || !customer) {
    // A code that still counts, to a contact that is gone: somebody else has proven it.
    const isTakenOff =
      guess.outcome === "invalid" && customer?.[contact] === null
    throw new PluginError(isTakenOff ? "contact_taken" : refusalOf(guess))
  }
  return {
    customer_id,
    type,
    destination_hash: container
      .resolve(OTP_VERIFICATION_MODULE)
      .hashDestination(value),
    contact,
    value,
    customer,
    code: guess.code,
  }
}

/**
 * Consumes a code that was guessed right.
 *
 * @param context of a transaction, where it is consumed together with what it proves
 * @throws PluginError `otp_used`, or `otp_expired` when a newer code replaced it meanwhile
 * @example await consumeGuess(container, guessed.code)
 */
export async function consumeGuess(
  container: MedusaContainer,
  code: RightCode,
  context?: SqlContext
): Promise<void> {
  const outcome = await container
    .resolve(OTP_VERIFICATION_MODULE)
    .consume(code, context)
  if (outcome !== "accepted") {
    throw new PluginError(REFUSALS[outcome])
  }
}

/** The code of the error that a guess ends in which is not right. */
export function refusalOf({ outcome }: Guess): ErrorCode {
  return REFUSALS[outcome === "right" ? "invalid" : outcome]
}

type CustomersCode = {
  claims: Extract<ClaimsOf<OtpPurpose>, { customer_id: string }>
  contact: Contact
  code: string
}

/**
 * Counts one guess at a code that went to a contact which its customer has. It is compared with where it would go today: a
 * code that went to an old contact proves nothing.
 *
 * @returns the right code, the customer, if there still is one, and the keyed hash of the contact
 * @throws PluginError as `rightCode`
 * @example const { destination_hash } = await guessCustomersCode(container, { claims, contact: "phone", code })
 */
export async function guessCustomersCode(
  container: MedusaContainer,
  { claims: { jti, purpose, own, customer_id }, contact, code }: CustomersCode
): Promise<{
  code: RightCode
  customer?: CustomerContacts
  destination_hash: string
}> {
  const customer = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveContacts(customer_id)
  const destination = destinationOf(container, customer, contact)
  const attempt = { id: jti, subject: customer_id, own, purpose }
  const right = await rightCode(container, { ...attempt, destination, code })
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(destination)
  return { code: right, customer, destination_hash }
}

/**
 * Counts one guess at a code. Not in a workflow: a workflow's input is part of its state, and a code must not be. The code is
 * consumed with what it proves, so that a request that does nothing does not use it up.
 *
 * @returns the code, for `consumeGuess`
 * @throws PluginError `otp_invalid`, `otp_expired`, `otp_used`, `otp_attempts_exceeded`
 * @example const code = await rightCode(container, { id: jti, subject: customerId, purpose, destination, code: "482917" })
 */
export async function rightCode(
  container: MedusaContainer,
  attempt: AttemptInput & { purpose: OtpPurpose }
): Promise<RightCode> {
  const guess = await container.resolve(OTP_VERIFICATION_MODULE).guess(attempt)
  if (guess.outcome !== "right") {
    throw new PluginError(refusalOf(guess))
  }
  return guess.code
}
