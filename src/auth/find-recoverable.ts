import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { CONTACTS, type Contact } from "../options"
import { findProviderIdentities } from "../medusa/find-login"
import { PROVIDERS, findProviderIdentity } from "../medusa/identities"
import { isUnclaimed, ownerOf } from "../medusa/identity-owner"
import { needsFreshIdentity } from "./needs-fresh-identity"

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
 * A contact that an account merely names, and has not proven while it has proven the other, recovers nothing: a
 * mistyped phone must not hand the account to whoever has that phone. Nor does one without a login of its own, where
 * the first proof leaves nothing else of an account's logins.
 *
 * @param value the contact as a login uses it; for an e-mail in any letter case
 * @example await findRecoverable(container, "phone", "+12133734253")
 */
export async function findRecoverable(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<Recoverable | undefined> {
  const { account, logins, destination_hash } = await findLogins(
    container,
    contact,
    value
  )
  const own = logins.filter((identity) =>
    account
      ? ownerOf(identity.auth_identity) === account.id
      : identity.auth_identity && isUnclaimed(identity.auth_identity)
  )
  const login =
    own.find(({ provider }) => provider === PROVIDERS[contact]) ?? own[0]
  if (!login?.auth_identity) {
    return undefined
  }
  const proven = account?.[`${contact}_verified`] ?? false
  const anyProven = CONTACTS.some((one) => account?.[`${one}_verified`])
  const loses =
    login.provider !== PROVIDERS[contact] &&
    needsFreshIdentity({ input: { proven } }, { container })
  return loses || (!proven && anyProven)
    ? undefined
    : {
        auth_identity_id: login.auth_identity.id,
        customer_id: account?.id,
        proven,
        destination_hash,
      }
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
  const { account, logins, destination_hash } = await findLogins(
    container,
    "email",
    email
  )
  const [login] = logins
  const customer_id = ownerOf(login?.auth_identity)
  return !account && login?.auth_identity && customer_id
    ? {
        auth_identity_id: login.auth_identity.id,
        customer_id,
        proven: true,
        destination_hash,
      }
    : await findRecoverable(container, "email", email)
}

async function findLogins(
  container: MedusaContainer,
  contact: Contact,
  value: string
) {
  const normal = contact === "email" ? value.toLowerCase() : value
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
