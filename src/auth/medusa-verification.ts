import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isPresentContact } from "../codes"
import type { Contact } from "../contact"
import { ERRORS } from "../errors"
import { findIdentity } from "../medusa/identities"
import { contactOfProvider } from "../medusa/logins"
import { withoutActor, type TokenAnswer } from "../medusa/tokens"
import {
  recordEntities,
  type ProvenEntity,
  type VerificationRecord,
} from "../medusa/verification-records"
import { joinedRules } from "../medusa/verification-rules"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"

/** By which `code_provider` Medusa knows a proof of the plugin's own flows. */
const CODE_PROVIDER = "otp"

/** Whose proofs Medusa is to know. */
export type ProvenLogin = { customer_id: string; auth_identity_id: string }

/**
 * Tells Medusa what a customer has proven, where the store has joined Medusa's own rules with the plugin. The flags say
 * what is proven: Medusa's records are made of them, whenever a token is about to be made, and so after whatever proof.
 *
 * @param asked what a client asked Medusa to verify, whatever the store's rules are
 * @returns the records; none in a store that has not joined them
 * @example await recordProofs(container, { customer_id: "cus_1", auth_identity_id: "authid_1" })
 */
export async function recordProofs(
  container: MedusaContainer,
  { customer_id, auth_identity_id }: ProvenLogin,
  asked: ProvenEntity[] = []
): Promise<VerificationRecord[]> {
  const rules = rulesOf(container)
  if (!rules.length && !asked.length) {
    return []
  }
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const customer = await registration.retrieveContacts(customer_id)
  const identity = await findIdentity(container, auth_identity_id)
  if (!customer || !identity) {
    return []
  }
  const options = registration.getOptions()
  const proven = rules.flatMap(({ contact, entity_type, auth_provider }) => {
    const stored = provenValue(customer, contact)
    return identity.provider_identities
      .filter(({ provider }) => provider === auth_provider)
      .filter(({ entity_id }) =>
        isPresentContact(customer, contact, entity_id, options)
      )
      .flatMap(({ entity_id }) =>
        stored ? [{ contact, stored, entity_id, entity_type }] : []
      )
  })
  const of = { customer_id, auth_identity_id, code_provider: CODE_PROVIDER }
  return await recordEntities(container, of, [...proven, ...asked])
}

function provenValue(
  customer: CustomerContacts,
  contact: Contact
): string | null {
  return customer[`${contact}_verified`] ? customer[contact] : null
}

function rulesOf(container: MedusaContainer) {
  return joinedRules(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE))
}

/**
 * Medusa's own answer to a login that it wants verified, for one that the plugin wants verified: where the store has joined
 * the two, a client that knows Medusa goes on with `/auth/verification`, and one that knows the plugin with `otp/send`.
 *
 * @param made the answer that is not to leave
 * @returns nothing where Medusa itself would not ask for a verification
 */
export function asMedusaRequires(
  container: MedusaContainer,
  made: TokenAnswer,
  {
    customer_id,
    auth_provider,
  }: { customer_id: string; auth_provider?: string }
): TokenAnswer | undefined {
  const contact = contactOfProvider(auth_provider)
  const isRequired = rulesOf(container).some(
    (rule) => rule.auth_provider === auth_provider
  )
  if (!contact || !isRequired) {
    return undefined
  }
  const { verification, token } = made
  const { message } = ERRORS.verification_required
  return {
    verification_required: true,
    verification,
    // It is worth what a registration's is: one code that nobody else gets, and a login once that is proven.
    token: withoutActor(container, token),
    code: "verification_required",
    message,
    customer_id,
    verification_type: `${contact}_verification`,
  }
}
