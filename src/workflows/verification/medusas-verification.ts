import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { recordProofs } from "../../auth"
import {
  contactToProve,
  guessVerificationOf,
  isSettled,
  sendVerificationCode,
} from "../../codes"
import { parseKnownContact, type Contact } from "../../contact"
import { PluginError } from "../../errors"
import { findIdentity, ownerOf } from "../../medusa/identities"
import {
  ENTITY_TYPES,
  lastRequest,
  recordRequest,
  type VerificationRecord,
} from "../../medusa/verification-records"
import { joinedRules } from "../../medusa/verification-rules"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { verifyGuessed } from "./verify-contact"

// What Medusa's /auth/verification does by the plugin's provider of codes: the same codes, limits and proofs as those of
// /store/customers/otp. Not a workflow, for the code would become part of its state.

/** What Medusa was asked to verify. */
export type RequestedVerification = {
  auth_identity_id: string
  entity_id: string
  entity_type: string
  code_provider: string
  /** The client's address, for `limits.per_ip_hour`. */
  client_ip?: string
}

/** What Medusa answers of a verification: nothing of the code. */
export type Verification = Omit<VerificationRecord, "provider_metadata">

/**
 * Sends the code by which a customer verifies a contact in Medusa's own flow. Of a contact that they have proven already,
 * whichever way, no code goes out.
 *
 * @returns Medusa's record, with the code's expiry if one went out
 * @throws PluginError `contact_missing` for whatever is not the customer's own contact, and as `sendVerificationCode`
 * @example await requestMedusasVerification(container, { auth_identity_id, entity_id: "jane@example.com", entity_type: "email", code_provider: "otp" })
 */
export async function requestMedusasVerification(
  container: MedusaContainer,
  { client_ip, ...requested }: RequestedVerification
): Promise<Verification & { expires_at?: Date }> {
  const { auth_identity_id, entity_type } = requested
  const { customer, contact, value } = await ownContact(container, requested)
  if (await isSettled(container, customer, contact)) {
    const entity = { contact, stored: customer[contact] ?? "", entity_type }
    const login = { customer_id: customer.id, auth_identity_id }
    const asked = [{ ...entity, entity_id: value }]
    const record = find(await recordProofs(container, login, asked), asked[0])
    if (record) {
      return answerOf(record)
    }
  }
  const { id, own, expires_at } = await sendVerificationCode(container, {
    customer_id: customer.id,
    type: `${contact}_verification`,
    client_ip,
    auth_identity_id,
  })
  const record = await recordRequest(
    container,
    { ...requested, entity_id: value },
    { customer_registration: contact, code: id, own }
  )
  const answer = { ...answerOf(record), verified_at: null }
  return { ...answer, expires_at: new Date(expires_at) }
}

/**
 * Verifies a contact by the code that Medusa's own flow sent last to the customer whose token the request carries.
 *
 * @returns Medusa's record
 * @throws PluginError `otp_token_invalid` without a token of a customer, `otp_expired` if no code went out or its contact
 * has changed since, and as `guessVerificationOf` and `verifyGuessed`
 * @example await confirmMedusasVerification(container, { auth_identity_id, code: "482917", code_provider: "otp" })
 */
export async function confirmMedusasVerification(
  container: MedusaContainer,
  typed: { auth_identity_id?: string; code: string; code_provider: string }
): Promise<Verification> {
  const { auth_identity_id, code_provider } = typed
  const identity = await findIdentity(container, auth_identity_id)
  const customer_id = ownerOf(identity)
  if (!auth_identity_id || !customer_id) {
    throw new PluginError("otp_token_invalid")
  }
  const of = { auth_identity_id, code_provider }
  const requested = await lastRequest(container, of)
  const {
    customer_registration: contact,
    code: id,
    own,
  } = requested?.provider_metadata ?? {}
  if (!requested || !contact || !id) {
    throw new PluginError("otp_expired")
  }
  const type = `${contact}_verification` as const
  const { code } = typed
  const guess = { id, own, customer_id, type, code }
  const guessed = await guessVerificationOf(container, guess)
  const { customer } = await verifyGuessed(container, guessed)
  const { entity_id, entity_type } = requested
  const stored = customer[contact] ?? ""
  const asked = [{ contact, stored, entity_id, entity_type }]
  const login = { customer_id, auth_identity_id }
  const record = find(await recordProofs(container, login, asked), asked[0])
  if (!record) {
    // The contact was changed in this moment, and nothing is proven any more.
    throw new PluginError("otp_expired")
  }
  return answerOf(record)
}

/** The customer of an identity, with the contact that the client has named, if that is theirs. */
async function ownContact(
  container: MedusaContainer,
  { auth_identity_id, entity_id, entity_type }: RequestedVerification
) {
  const contact = contactOf(container, entity_type)
  if (!contact) {
    throw new PluginError("verification_not_configured")
  }
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  const customerId = ownerOf(await findIdentity(container, auth_identity_id))
  const customer = customerId
    ? await registration.retrieveContacts(customerId)
    : undefined
  const value = customer && contactToProve(customer, contact, options)
  const named = parseKnownContact(contact, entity_id, options.phone).value
  if (!customer || !value || named !== value) {
    // The same for a contact that somebody else has as for one that nobody has.
    throw new PluginError("contact_missing")
  }
  return { customer, contact, value }
}

function contactOf(
  container: MedusaContainer,
  entityType: string
): Contact | undefined {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const rule = joinedRules(config).find(
    ({ entity_type }) => entity_type === entityType
  )
  return rule?.contact ?? ENTITY_TYPES.get(entityType)
}

function find(
  records: VerificationRecord[],
  { entity_id, entity_type }: Pick<Verification, "entity_id" | "entity_type">
): VerificationRecord | undefined {
  return records.find(
    (record) =>
      record.entity_id === entity_id && record.entity_type === entity_type
  )
}

function answerOf({
  provider_metadata: _own,
  ...record
}: VerificationRecord): Verification {
  return record
}
