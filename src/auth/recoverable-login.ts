import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { lookupForm } from "../contact"
import {
  findProviderIdentities,
  preferredLogin,
  type Login,
} from "../medusa/find-login"
import { findProviderIdentity, PROVIDERS } from "../medusa/identities"
import { isUnclaimed, ownerOf } from "../medusa/identity-owner"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { CONTACTS, type Contact, type PluginOptions } from "../options"

/** A login whose password the owner of a contact may set. */
export type Recoverable = {
  auth_identity_id: string
  /** The account; none for a registration that was not finished. */
  customer_id?: string
  /** Whether nothing is left to prove. */
  proven: boolean
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
  const found = await findLogins(container, contact, value)
  return recoverableOf(container, contact, found)
}

function recoverableOf(
  container: MedusaContainer,
  contact: Contact,
  { account, logins, destination_hash }: FoundLogins
): Recoverable | undefined {
  const own = logins.filter(({ auth_identity }) =>
    account
      ? ownerOf(auth_identity) === account.id
      : auth_identity && isUnclaimed(auth_identity)
  )
  const login = preferredLogin(own, contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  return login && mayRecover(options, contact, login, account)
    ? {
        auth_identity_id: login.auth_identity_id,
        customer_id: account?.id,
        proven: isProven(account, contact),
        destination_hash,
      }
    : undefined
}

/**
 * An unverified contact recovers nothing of an account whose other contact is verified: a mistyped phone must not hand
 * the account to whoever has that phone. Nor does one without a login of its own where the first proof replaces the
 * identity: only the login of the proven contact would move to the new one.
 */
function mayRecover(
  options: PluginOptions,
  contact: Contact,
  login: Login,
  account: CustomerContacts | undefined
): boolean {
  const proven = isProven(account, contact)
  const hasOwnLogin = login.provider === PROVIDERS[contact]
  return (
    (proven || !CONTACTS.some((one) => isProven(account, one))) &&
    (hasOwnLogin || !needsFreshIdentity(options, proven))
  )
}

function isProven(
  account: CustomerContacts | undefined,
  contact: Contact
): boolean {
  return account?.[`${contact}_verified`] ?? false
}

/**
 * Whether a reset replaces the auth identity: it does on the first proof of a contact. Where a store asks for no
 * verification, accounts live without one, and keep their identity with its second factors.
 *
 * @param proven whether the contact was proven before
 * @example needsFreshIdentity(options, false)
 */
export function needsFreshIdentity(
  { registration }: PluginOptions,
  proven: boolean
): boolean {
  return registration.require_verification && !proven
}

/**
 * Finds the login that Medusa's own reset may recover: the same, and that of a customer whose e-mail somebody else
 * changed (an admin), who still logs in with the old one. It proves nothing of their account.
 *
 * @example await findResettable(container, "jane@example.com")
 */
export async function findResettable(
  container: MedusaContainer,
  email: string
): Promise<Recoverable | undefined> {
  const found = await findLogins(container, "email", email)
  const { account, logins, destination_hash } = found
  const identity = logins[0]?.auth_identity
  const customer_id = ownerOf(identity)
  return !account && identity && customer_id
    ? {
        auth_identity_id: identity.id,
        customer_id,
        proven: true,
        destination_hash,
      }
    : recoverableOf(container, "email", found)
}

type FoundLogins = {
  account?: CustomerContacts
  logins: ProviderIdentityDTO[]
  destination_hash: string
}

async function findLogins(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<FoundLogins> {
  const normal = lookupForm(contact, value)
  const account =
    (await findExact(container, contact, value)) ??
    (await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .findAccount(contact, normal))
  const destination_hash = container
    .resolve(OTP_VERIFICATION_MODULE)
    .hashDestination(normal)
  const named = { email: null, phone: null, [contact]: value }
  const logins = await findProviderIdentities(container, account ?? named)
  return { account, logins, destination_hash }
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
