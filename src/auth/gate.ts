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
} from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact } from "../options"

/** A customer who is about to be logged in. */
export type CustomerLogin = {
  customer_id: string
  auth_identity_id: string
  /** Medusa 2.11 does not say it in its tokens. */
  auth_provider?: string
}

/**
 * Refuses an answer of Medusa that logs an unverified customer in, or that takes them to the second step of a login.
 * It reads the token that was made, whichever route made it.
 *
 * @param authProvider the provider in the request's path, for tokens that do not name theirs
 * @throws PluginError `verification_required`
 */
export async function assertTokenAllowed(
  container: MedusaContainer,
  answer: unknown,
  authProvider: string | undefined
): Promise<void> {
  const made = parseTokenAnswer(answer)
  const claims = made && parseCustomerToken(made.token)
  if (!claims) {
    return
  }
  const { auth_identity_id, auth_provider = authProvider } = claims
  const customer_id =
    claims.actor_id ||
    (needsSecondStep(made) &&
      ownerOf(await retrieveIdentity(container, auth_identity_id)))
  if (customer_id) {
    const login = { customer_id, auth_identity_id, auth_provider }
    await assertVerified(container, login)
  }
}

/**
 * Refuses a login through `emailpass` or `phonepass` whose contact is not verified, where the store requires it.
 *
 * @throws PluginError `verification_required`, with the customer's id and the type of code to request
 */
export async function assertVerified(
  container: MedusaContainer,
  login: CustomerLogin
): Promise<void> {
  const [contact] = await contactsToVerify(container, login)
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
