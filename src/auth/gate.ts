import type { MedusaContainer } from "@medusajs/framework/types"
import { PluginError } from "../errors"
import { isPresentContact } from "../codes"
import {
  customerExists,
  findIdentity,
  ownerOf,
  retrieveIdentity,
} from "../medusa/identities"
import { contactOfProvider, type OwnLogin } from "../medusa/logins"
import { parseCustomerToken } from "../medusa/presented-logins"
import { makeLoginToken } from "../medusa/handlers"
import {
  needsSecondStep,
  parseTokenAnswer,
  withoutActor,
  type TokenAnswer,
} from "../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact } from "../options"
import { refusalOf } from "../password"
import { asMedusaRequires, recordProofs } from "./medusa-verification"
import {
  assertNotOutdated,
  assertStillRight,
  findSession,
  type GatedRequest,
  validForeignToken,
  validToken,
} from "./sessions"

/** A customer who is about to be logged in. */
export type CustomerLogin = {
  customer_id: string
  auth_identity_id: string
  /** Medusa 2.11 does not say it in its tokens. */
  auth_provider?: string
}

/**
 * What may leave of an answer of Medusa: one that logs an unverified customer in, or that takes them to the second step
 * of a login, does not. It reads the token that was made, whichever route made it. Of a registration that was not
 * finished, whose customer does not exist yet, the token goes out as that of a registration.
 *
 * @returns the answer, with a token that the last revocation of the customer's sessions does not void
 * @throws PluginError `verification_required`; `session_revoked`, also where the password was changed while it was checked;
 * `password_too_short`, `password_common` for a login that no customer has yet: other kinds of actors choose their passwords
 * by other rules
 */
export async function allowedAnswer(
  container: MedusaContainer,
  answer: unknown,
  request: GatedRequest
): Promise<unknown> {
  const { auth_provider: inPath, presented = [], credentials } = request
  const made = parseTokenAnswer(answer)
  const claims = made && parseCustomerToken(made.token)
  if (!claims) {
    return made ? await validForeignToken(container, made, request) : answer
  }
  const { auth_identity_id, auth_provider = inPath } = claims
  const customer_id =
    claims.actor_id ||
    (needsSecondStep(made) &&
      ownerOf(await retrieveIdentity(container, auth_identity_id)))
  if (!customer_id) {
    // A login that no customer has yet becomes one's.
    if (credentials?.password !== undefined) {
      assertNewPassword(container, credentials.password)
    }
    return answer
  }
  const session = await findSession(container, customer_id)
  assertNotOutdated(claims, presented, session?.valid_from)
  const login = { customer_id, auth_identity_id, auth_provider }
  await assertStillRight(container, login, request, session?.valid_from)
  const [missing] = await contactsToVerify(container, login, session?.contacts)
  if (!missing) {
    const proven = await withProofs(container, made, login)
    return validToken(container, proven, session?.valid_from)
  }
  if (await customerExists(container, customer_id)) {
    const required = asMedusaRequires(container, made, login)
    if (required) {
      return required
    }
    throw verificationRequired(login, missing)
  }
  return { ...made, token: withoutActor(container, made.token) }
}

/** An answer that asks for what the customer has proven to the plugin, made anew once Medusa knows that. */
async function withProofs(
  container: MedusaContainer,
  made: TokenAnswer,
  { customer_id, auth_identity_id, auth_provider: provider }: CustomerLogin
): Promise<TokenAnswer> {
  if (!made.verification_required || !provider) {
    return made
  }
  const login = { customer_id, auth_identity_id }
  const records = await recordProofs(container, login)
  const again = records.length
    ? await makeLoginToken(container, { auth_identity_id, provider })
    : made
  if (!again?.verification_required) {
    return again ?? made
  }
  const asked = { customer_id, auth_provider: provider }
  return asMedusaRequires(container, again, asked) ?? again
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
    throw verificationRequired(login, contact)
  }
}

function verificationRequired(
  { customer_id }: CustomerLogin,
  contact: Contact
): PluginError {
  return new PluginError("verification_required", {
    details: { customer_id, verification_type: `${contact}_verification` },
  })
}

/** Whether a login may go on, for a customer whose flags and logins are known. */
export async function mayLogIn(
  container: MedusaContainer,
  customer: CustomerContacts,
  login: Omit<CustomerLogin, "customer_id">,
  logins: (UsedLogin & Pick<OwnLogin, "auth_identity_id">)[]
): Promise<boolean> {
  const missing = await contactsToVerify(
    container,
    { ...login, customer_id: customer.id },
    customer,
    logins.filter((own) => own.auth_identity_id === login.auth_identity_id)
  )
  return missing.length === 0
}

/**
 * The gate's rule: a login by e-mail or phone has to be by the customer's present contact, and that has to be verified,
 * where the store requires it.
 *
 * @param known the customer, if they have been read already
 * @param logins of the auth identity, likewise
 * @returns the contacts of which one is to be verified first; none for a login that may go on
 */
async function contactsToVerify(
  container: MedusaContainer,
  login: CustomerLogin,
  known?: CustomerContacts,
  logins?: UsedLogin[]
): Promise<Contact[]> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  if (
    !options.registration.require_verification ||
    (login.auth_provider && !contactOfProvider(login.auth_provider))
  ) {
    return []
  }
  const used = usedBy(login, logins ?? (await storedLogins(container, login)))
  const customer =
    known ?? (await registration.retrieveContacts(login.customer_id))
  const allowed = used.some(
    ({ contact, entity_id }) =>
      customer?.[`${contact}_verified`] &&
      isPresentContact(customer, contact, entity_id, options)
  )
  return allowed ? [] : contactsOf(login, used)
}

type UsedLogin = Pick<OwnLogin, "provider" | "entity_id">

async function storedLogins(
  container: MedusaContainer,
  { auth_identity_id }: CustomerLogin
): Promise<UsedLogin[]> {
  const identity = await findIdentity(container, auth_identity_id)
  return identity?.provider_identities ?? []
}

/** Those that a login is by, with their contacts. */
function usedBy({ auth_provider }: CustomerLogin, logins: UsedLogin[]) {
  return logins.flatMap(({ provider, entity_id }) => {
    const contact = contactOfProvider(provider)
    return contact && (!auth_provider || provider === auth_provider)
      ? [{ contact, entity_id }]
      : []
  })
}

// The login of an old token may be gone.
function contactsOf(
  { auth_provider }: CustomerLogin,
  used: { contact: Contact }[]
): Contact[] {
  const contact = contactOfProvider(auth_provider)
  return contact ? [contact] : used.map((login) => login.contact)
}

/**
 * Refuses a new password that the store's rules refuse, whichever way it comes in.
 *
 * @throws PluginError `password_too_short`, `password_common`
 * @example assertNewPassword(container, "correct horse")
 */
export function assertNewPassword(
  container: MedusaContainer,
  password: string
): void {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const refusal = refusalOf(password, registration.getOptions().password)
  if (refusal) {
    const { code, message } = refusal
    throw new PluginError(code, { message })
  }
}
