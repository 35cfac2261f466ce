import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { PluginError } from "../errors"
import type { CustomerAccess } from "../medusa/customer-access"
import type { RightCode } from "../modules/otp-verification"
import { consumeGuess, refusalOf, type TypedCode } from "./consume-code"
import { guessContact } from "./guess-code"
import { readOtpToken } from "./otp-token"

/** A contact change that its customer proved. */
export type ProvenChange = {
  customer_id: string
  contact: Contact
  /** The new contact in its normal form. */
  value: string
}

/** A contact change whose code was guessed right; it is consumed with the change. */
export type GuessedChange = ProvenChange & {
  code: RightCode
  /** How the customer logs in, if there still is one. */
  access?: CustomerAccess
}

/**
 * Counts one guess at the code that went to a customer's new contact.
 *
 * @param customerId who is logged in: nobody applies another customer's change
 * @returns what it proves once `code` is consumed
 * @throws PluginError as `readOtpToken`; `otp_invalid`, `otp_expired`, `otp_used`,
 * `otp_attempts_exceeded`
 * @example const { contact, value, code } = await guessContactChange(container, req.auth_context.actor_id, typed)
 */
export async function guessContactChange(
  container: MedusaContainer,
  customerId: string,
  { token, code }: TypedCode
): Promise<GuessedChange> {
  const claims = readOtpToken(container, token, ["contact_change"])
  const { jti: id, purpose, own, customer_id, contact, new_value } = claims
  if (customer_id !== customerId) {
    throw new PluginError("otp_token_invalid")
  }
  const change = { customer_id, contact, value: new_value }
  const attempt = { id, own, purpose, code }
  const { guess, access } = await guessContact(container, {
    ...attempt,
    ...change,
  })
  if (guess.outcome !== "right") {
    throw new PluginError(refusalOf(guess))
  }
  return { ...change, code: guess.code, access }
}

/**
 * Consumes the code that went to a customer's new contact.
 *
 * @param customerId who is logged in
 * @throws PluginError as `guessContactChange` and `consumeGuess`
 * @example const { contact, value } = await proveContactChange(container, req.auth_context.actor_id, { token, code })
 */
export async function proveContactChange(
  container: MedusaContainer,
  customerId: string,
  typed: TypedCode
): Promise<ProvenChange> {
  const guessed = await guessContactChange(container, customerId, typed)
  await consumeGuess(container, guessed.code)
  const { customer_id, contact, value } = guessed
  return { customer_id, contact, value }
}
