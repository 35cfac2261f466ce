import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type AccountDeletionRequest,
} from "../modules/account-deletion-request"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { RightCode } from "../modules/otp-verification"
import { CONTACTS, type Contact } from "../options"
import {
  guessAnonymousCode,
  requestAnonymousCode,
  type AnonymousContact,
  type AnonymousRequest,
} from "./anonymous-code"
import {
  consumeGuess,
  guessCustomersCode,
  type TypedCode,
} from "./consume-code"
import { readOtpToken } from "./otp-token"

/** Whose account a code proved, and what else it proved. Nothing in it is secret. */
export type ProvenDeletion = {
  customer_id: string
  /** The contact that the code went to, if it was not verified before. */
  newly_proven?: {
    customer_id: string
    contact: Contact
    destination_hash: string
  }
}

/**
 * Consumes the code that confirms the deletion of an account.
 *
 * @throws PluginError as `guessAccountDeletion` and `consumeGuess`
 * @example const { customer_id } = await proveAccountDeletion(container, { token, code: "482917" })
 */
export async function proveAccountDeletion(
  container: MedusaContainer,
  typed: TypedCode
): Promise<ProvenDeletion> {
  const { code, ...proven } = await guessAccountDeletion(container, typed)
  await consumeGuess(container, code)
  return proven
}

/**
 * Counts one guess at the code that confirms the deletion of an account.
 *
 * @returns what it proves once `code` is consumed
 * @throws PluginError as `readOtpToken` and `rightCode`
 * @example const { customer_id, code } = await guessAccountDeletion(container, { token, code: "482917" })
 */
export async function guessAccountDeletion(
  container: MedusaContainer,
  { token, code }: TypedCode
): Promise<ProvenDeletion & { code: RightCode }> {
  const claims = readOtpToken(container, token, ["account_deletion_request"])
  const { customer_id, contact } = claims
  const guessed = await guessCustomersCode(container, { claims, contact, code })
  const { customer, destination_hash } = guessed
  const newly_proven = { customer_id, contact, destination_hash }
  return {
    customer_id,
    code: guessed.code,
    ...(!customer?.[`${contact}_verified`] && { newly_proven }),
  }
}

/**
 * Issues a code to cancel the deletion of an account, to whoever has a contact; `requestAnonymousCode` says what the
 * answer tells.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { answer, deliver } = await requestDeletionCancel(container, { contact: "email", value: "jane@example.com" })
 */
export function requestDeletionCancel(
  container: MedusaContainer,
  requested: AnonymousContact
): Promise<AnonymousRequest> {
  return requestAnonymousCode(
    container,
    "account_deletion_cancel",
    requested,
    () => findCancellable(container, requested.contact, requested.value)
  )
}

/**
 * Consumes the code that cancels the deletion of an account.
 *
 * @returns the id of the request
 * @throws PluginError as `guessAnonymousCode` and `consumeGuess`
 * @example const { id } = await proveDeletionCancel(container, { token, code: "482917" })
 */
export async function proveDeletionCancel(
  container: MedusaContainer,
  typed: TypedCode
): Promise<{ id: string }> {
  const { contact, value, code } = await guessAnonymousCode(
    container,
    "account_deletion_cancel",
    typed
  )
  await consumeGuess(container, code)
  const request = await findCancellable(container, contact, value)
  if (!request) {
    throw new PluginError("otp_invalid")
  }
  return { id: request.id }
}

type Cancellable = Pick<AccountDeletionRequest, "id" | "customer_id"> &
  Pick<CustomerContacts, "locale">

/** An unverified contact cancels nothing where the account has verified the other. */
async function findCancellable(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<Cancellable | undefined> {
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount(contact, value)
  const anyVerified = CONTACTS.some((one) => account?.[`${one}_verified`])
  if (!account || (anyVerified && !account[`${contact}_verified`])) {
    return undefined
  }
  const open = await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .findOpen(account.id)
  const { id: customer_id, locale } = account
  return open && { id: open.id, customer_id, locale }
}
