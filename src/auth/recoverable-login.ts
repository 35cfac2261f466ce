import type { MedusaContainer } from "@medusajs/framework/types"
import { lookupForm } from "../contact"
import type { StoredIdentity } from "../medusa/identity-table"
import { isOtherActors, isUnfinished, ownerOf } from "../medusa/identities"
import {
  findIdentitiesOf,
  findProviderIdentity,
  type Login,
  loginsIn,
  type OwnLogin,
  preferredLogin,
  PROVIDERS,
} from "../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { CONTACTS, type Contact, type PluginOptions } from "../options"

/** A login whose password the owner of a contact may set. */
export type Recoverable = {
  /** None for an account that has lost its login. */
  auth_identity_id?: string
  /** The account; none for a registration that was not finished. */
  customer_id?: string
  /** The language that the customer's storefront noted. */
  locale?: string | null
  /** Whether nothing is left to prove. */
  proven: boolean
  /** Whether the account has proven a contact before, be it one that it does not have any more. */
  ever_verified?: boolean
  /** Whether the account has lost its login. */
  lost_login: boolean
  /** Keyed hash of the contact that its owner proves. */
  destination_hash: string
}

/**
 * Finds the login that the owner of a contact may recover: that of the account with this contact, or of a
 * registration under it that was never finished.
 *
 * @param value the contact as a login uses it; for an e-mail in any letter case
 * @example await findRecoverable(container, "phone", "+12133734253")
 */
export async function findRecoverable(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<Recoverable | undefined> {
  const account =
    (await findExact(container, contact, value)) ??
    (await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .findAccount(contact, lookupForm(contact, value)))
  return account
    ? await recoverAccount(container, contact, account, value)
    : await recoverUnfinished(container, contact, value)
}

/** The login of an account that the owner of a contact may recover, if they may. */
export async function recoverAccount(
  container: MedusaContainer,
  contact: Contact,
  account: CustomerContacts,
  value: string
): Promise<Recoverable | undefined> {
  const identities = await findIdentitiesOf(container, account.id)
  const login = preferredLogin(loginsIn(identities), contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (
    !mayRecover(options, contact, login, account) ||
    (!isProven(account, contact) && isShared(identities, login))
  ) {
    return undefined
  }
  const recoverable = {
    customer_id: account.id,
    locale: account.locale,
    proven: isProven(account, contact),
    ever_verified: account.ever_verified,
    destination_hash: hashOf(container, contact, value),
  }
  if (login) {
    const { auth_identity_id } = login
    return { ...recoverable, auth_identity_id, lost_login: false }
  }
  // Whoever logs in otherwise (Google ...) has not lost anything.
  if (identities.some((identity) => identity.provider_identities.length)) {
    return undefined
  }
  const rest = await recoverUnfinished(container, contact, value)
  const { auth_identity_id } = rest ?? {}
  return { ...recoverable, auth_identity_id, lost_login: true }
}

async function recoverUnfinished(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<Recoverable | undefined> {
  const found =
    (await findProviderIdentity(container, contact, value)) ??
    (await findProviderIdentity(container, contact, lookupForm(contact, value)))
  const identity = found?.auth_identity
  return identity && isUnfinished(identity)
    ? {
        auth_identity_id: identity.id,
        proven: false,
        lost_login: false,
        destination_hash: hashOf(container, contact, value),
      }
    : undefined
}

function hashOf(
  container: MedusaContainer,
  contact: Contact,
  value: string
): string {
  return container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(lookupForm(contact, value))
}

/**
 * An unverified contact recovers nothing of an account whose other contact is verified: a mistyped phone must not hand
 * the account to whoever has that phone. Nor does one without a login of its own where the first proof replaces the
 * identity: only the login of the proven contact would move to the new one.
 */
function mayRecover(
  options: PluginOptions,
  contact: Contact,
  login: Login | undefined,
  account: CustomerContacts | undefined
): boolean {
  const proven = isProven(account, contact)
  const hasOwnLogin = !login || login.provider === PROVIDERS[contact]
  return (
    (proven || !CONTACTS.some((one) => isProven(account, one))) &&
    (hasOwnLogin || !isFirstProof(options, proven))
  )
}

function isProven(
  account: CustomerContacts | undefined,
  contact: Contact
): boolean {
  return account?.[`${contact}_verified`] ?? false
}

/**
 * Whether a reset replaces the auth identity: it does on the first proof of an account. One that has proven a contact before,
 * as until an admin edited it, keeps its identity with its second factors. So does every account where a store asks for no
 * verification, for accounts live there without one.
 *
 * @example needsFreshIdentity(options, { proven: false, ever_verified: false })
 */
export function needsFreshIdentity(
  options: PluginOptions,
  {
    proven,
    ever_verified = false,
  }: Pick<Recoverable, "proven" | "ever_verified">
): boolean {
  return isFirstProof(options, proven) && !ever_verified
}

function isFirstProof(
  { registration }: PluginOptions,
  proven: boolean
): boolean {
  return registration.require_verification && !proven
}

// An admin's login, or a vendor's: a code that its customer has proven nothing with yet takes nothing off them.
function isShared(
  identities: StoredIdentity[],
  login: OwnLogin | undefined
): boolean {
  return identities.some(
    (identity) =>
      identity.id === login?.auth_identity_id && isOtherActors(identity)
  )
}

// Of old accounts that differ in letter case alone, the one that logs in with exactly this.
async function findExact(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<CustomerContacts | undefined> {
  const login = await findProviderIdentity(container, contact, value)
  const owner = ownerOf(login?.auth_identity)
  const customer = owner
    ? await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .retrieveContacts(owner)
    : undefined
  return customer?.[contact] === value ? customer : undefined
}
