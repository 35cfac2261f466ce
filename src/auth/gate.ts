import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import {
  contactOfProvider,
  identityContacts,
  retrieveIdentity,
} from "../medusa/identities"
import { ownerOf } from "../medusa/identity-owner"
import {
  needsSecondStep,
  parseCustomerToken,
  parseTokenAnswer,
  type CustomerClaims,
} from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact } from "../options"
import { assertNotOutdated, findSession, validToken } from "./sessions"

/** A customer who is about to be logged in. */
export type CustomerLogin = {
  customer_id: string
  auth_identity_id: string
  /** Medusa 2.11 does not say it in its tokens. */
  auth_provider?: string
}

/** What the gate knows of a request beside its answer. */
export type GatedRequest = {
  /** The provider in the path, for tokens that do not name theirs. */
  auth_provider?: string
  /** The logins that the request came with. */
  presented?: CustomerClaims[]
}

/**
 * Refuses an answer of Medusa that logs an unverified customer in, or that takes them to the second step of a login.
 * It reads the token that was made, whichever route made it.
 *
 * @returns the answer, with a token that the last revocation of the customer's sessions does not void
 * @throws PluginError `verification_required`, `session_revoked`
 */
export async function admitToken(
  container: MedusaContainer,
  answer: unknown,
  { auth_provider: inPath, presented = [] }: GatedRequest
): Promise<unknown> {
  const made = parseTokenAnswer(answer)
  const claims = made && parseCustomerToken(made.token)
  if (!claims) {
    return answer
  }
  const { auth_identity_id, auth_provider = inPath } = claims
  const customer_id =
    claims.actor_id ||
    (needsSecondStep(made) &&
      ownerOf(await retrieveIdentity(container, auth_identity_id)))
  if (!customer_id) {
    return answer
  }
  const session = await findSession(container, customer_id)
  assertNotOutdated(claims, presented, session?.valid_from)
  const login = { customer_id, auth_identity_id, auth_provider }
  await assertVerified(container, login, session?.contacts)
  return validToken(container, made, session?.valid_from)
}

/**
 * Refuses a login through `emailpass` or `phonepass` whose contact is not verified, where the store requires it.
 *
 * @param known the customer, if they have been read already
 * @throws PluginError `verification_required`, with the customer's id and the type of code to request
 */
export async function assertVerified(
  container: MedusaContainer,
  login: CustomerLogin,
  known?: CustomerContacts
): Promise<void> {
  const [contact] = await contactsToVerify(container, login, known)
  if (contact) {
    throw new PluginError("verification_required", {
      details: {
        customer_id: login.customer_id,
        verification_type: `${contact}_verification`,
      },
    })
  }
}

/** Whether a login may go on, for a customer whose flags are known. */
export async function mayLogIn(
  container: MedusaContainer,
  customer: CustomerContacts,
  login: Omit<CustomerLogin, "customer_id">
): Promise<boolean> {
  const customer_id = customer.id
  const missing = await contactsToVerify(
    container,
    { ...login, customer_id },
    customer
  )
  return missing.length === 0
}

/**
 * The gate's rule: a login by e-mail or phone needs its contact verified, where the store requires it.
 *
 * @param known the customer, if they have been read already
 * @returns the contacts of which one is to be verified first; none for a login that may go on
 */
async function contactsToVerify(
  container: MedusaContainer,
  login: CustomerLogin,
  known?: CustomerContacts
): Promise<Contact[]> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!registration.getOptions().registration.require_verification) {
    return []
  }
  const contacts = await contactsOf(container, login)
  if (!contacts.length) {
    return []
  }
  const customer =
    known ?? (await registration.retrieveContacts(login.customer_id))
  return contacts.some((contact) => customer?.[`${contact}_verified`])
    ? []
    : contacts
}

async function contactsOf(
  container: MedusaContainer,
  { auth_identity_id, auth_provider }: CustomerLogin
): Promise<Contact[]> {
  if (auth_provider) {
    const contact = contactOfProvider(auth_provider)
    return contact ? [contact] : []
  }
  const identity = await retrieveIdentity(container, auth_identity_id)
  return identityContacts(identity).map(({ contact }) => contact)
}
