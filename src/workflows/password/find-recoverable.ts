import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { CONTACTS, type Contact } from "../../options"
import { findProviderIdentities } from "../auth/find-login"
import { isUnclaimed, ownerOf } from "../auth/find-provider-identity"

/** A login whose password the owner of a contact may set. */
export type Recoverable = {
  auth_identity_id: string
  /** The account that has the contact; none for a registration that was not finished. */
  customer_id?: string
  /** Whether nothing is left to prove. */
  proven: boolean
}

/**
 * Finds the login that the owner of a contact may recover: that of the account with this contact, or of a
 * registration under it that was never finished.
 *
 * A contact that an account merely names, and has not proven while it has proven the other, recovers nothing: a
 * mistyped phone must not hand the account to whoever has that phone.
 *
 * @param value the contact as a login uses it; for an e-mail in any letter case
 * @example await findRecoverable(container, "phone", "+12133734253")
 */
export async function findRecoverable(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<Recoverable | undefined> {
  const { account, logins } = await findLogins(container, contact, value)
  const login = logins.find((identity) =>
    account ? ownerOf(identity) === account.id : isUnclaimed(identity)
  )
  if (!login?.auth_identity) {
    return undefined
  }
  const proven = account?.[`${contact}_verified`] ?? false
  const anyProven = CONTACTS.some((one) => account?.[`${one}_verified`])
  return !proven && anyProven
    ? undefined
    : {
        auth_identity_id: login.auth_identity.id,
        customer_id: account?.id,
        proven,
      }
}

/**
 * Finds the login that Medusa's own reset may recover: the same, and that of a customer whose e-mail somebody else
 * changed (an admin), who still logs in with the old one. Their account is left alone but for the password.
 *
 * @example await findResettable(container, "jane@example.com")
 */
export async function findResettable(
  container: MedusaContainer,
  email: string
): Promise<Recoverable | undefined> {
  const { account, logins } = await findLogins(container, "email", email)
  const [login] = logins
  return !account && login?.auth_identity && ownerOf(login)
    ? { auth_identity_id: login.auth_identity.id, proven: true }
    : await findRecoverable(container, "email", email)
}

async function findLogins(
  container: MedusaContainer,
  contact: Contact,
  value: string
) {
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount(contact, contact === "email" ? value.toLowerCase() : value)
  const named = { email: null, phone: null, [contact]: value }
  const logins = await findProviderIdentities(container, account ?? named)
  return { account, logins }
}
