import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  ACCOUNT_DELETION_REQUEST_MODULE,
  type AccountDeletionRequest,
} from "../modules/account-deletion-request"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { CONTACTS, type Contact } from "../options"
import {
  requestBlindly,
  takeBlindCode,
  type BlindRequest,
  type NamedContact,
} from "./anonymous-code"
import type { TypedCode } from "./take-code"

/**
 * Issues a code to cancel the deletion of an account; `requestBlindly` says what a stranger learns of it.
 *
 * @throws PluginError `verification_not_configured`, `otp_throttled`
 * @example const { ticket, deliver } = await requestDeletionCancel(container, { contact: "email", value: "jane@example.com" })
 */
export function requestDeletionCancel(
  container: MedusaContainer,
  named: NamedContact
): Promise<BlindRequest> {
  return requestBlindly(container, "account_deletion_cancel", named, () =>
    findCancellable(container, named.contact, named.value)
  )
}

/**
 * Takes the code that cancels the deletion of an account.
 *
 * @returns the id of the request
 * @throws PluginError as `takeBlindCode`
 * @example const { id } = await proveDeletionCancel(container, { token, code: "482917" })
 */
export async function proveDeletionCancel(
  container: MedusaContainer,
  typed: TypedCode
): Promise<{ id: string }> {
  const { contact, value } = await takeBlindCode(
    container,
    "account_deletion_cancel",
    typed
  )
  const request = await findCancellable(container, contact, value)
  if (!request) {
    throw new PluginError("otp_invalid")
  }
  return { id: request.id }
}

/** A contact that an account names, and has not proven while it has proven the other, cancels nothing. */
async function findCancellable(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<AccountDeletionRequest | undefined> {
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount(contact, value)
  const anyProven = CONTACTS.some((one) => account?.[`${one}_verified`])
  if (!account || (anyProven && !account[`${contact}_verified`])) {
    return undefined
  }
  return await container
    .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    .findOpen(account.id)
}
