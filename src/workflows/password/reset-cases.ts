import type { StepExecutionContext } from "@medusajs/framework/workflows-sdk"
import { needsFreshIdentity } from "../../auth"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import type { RightCode } from "../../modules/otp-verification"
import type { Contact } from "../../options"
import type { Secret } from "./secret"

/** Input of `reset-password`. */
export type ResetPasswordInput = {
  /** None if the account has lost its login. */
  auth_identity_id?: string
  /** None for a registration that was not finished. */
  customer_id?: string
  /** The contact that its owner has just proven. */
  contact: Contact
  /** Whether it was proven before. */
  proven: boolean
  /** Whether the account has proven a contact before, be it one that it does not have any more. */
  ever_verified?: boolean
  /** Whether the account has lost its login, so that it gets a new one. */
  lost_login?: boolean
  /** Keyed hash of that contact; without it, the customer's current contact counts as proven. */
  destination_hash?: string
  /** The code that proves the contact, if it is still to be consumed. */
  code?: RightCode
  new_password: Secret
}

type Reset = {
  case: "unfinished" | "first-proof" | "proven"
  /** Whether the old auth identity, to which an unproven registrant may hold a token, goes. */
  replacesIdentity: boolean
}

/** Which of three cases a reset is: of a registration that was not finished, on a first proof, of a proven account. */
export function describeReset(
  { input }: { input: ResetPasswordInput },
  { container }: Pick<StepExecutionContext, "container">
): Reset {
  const { customer_id, lost_login = false, proven } = input
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const ofAccount = proven ? "proven" : "first-proof"
  return {
    case: customer_id ? ofAccount : "unfinished",
    replacesIdentity: lost_login || needsFreshIdentity(options, input),
  }
}

/** The account whose contact was proven, as the steps that write it take it; empty before there is one. */
export function accountOf({ input }: { input: ResetPasswordInput }) {
  const { contact, customer_id = "", destination_hash } = input
  return { contact, customer_id, destination_hash }
}

/** The identities that go: those that the customer had, and the one that the reset began with. */
export function replacedIds({
  detached,
  input: { auth_identity_id: old },
}: {
  detached: { ids: string[] } | undefined
  input: ResetPasswordInput
}): { ids: string[] } {
  const ids = new Set(detached?.ids)
  return { ids: [...(old ? ids.add(old) : ids)] }
}
