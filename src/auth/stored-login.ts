import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isPresentContact } from "../codes"
import { lookupForm } from "../contact"
import { isUnfinished, ownerOf } from "../medusa/identities"
import { findOwnLogin, findProviderIdentity } from "../medusa/logins"
import { checkPassword } from "../medusa/passwords"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { clearWay, moveLogin } from "./move-login"
import type { Credentials } from "./second-login"

/**
 * What the login of an account is stored by, for credentials that were refused: Medusa finds an identity by the exact
 * letters. The account is found by its present contact, the login by its owner. A login that has not moved to a
 * verified contact yet does so now, if the password is right.
 *
 * @returns `undefined` if the credentials stay refused
 * @example await findStoredLogin(container, { contact: "email", value: "Jane@Example.com", password })
 */
export async function findStoredLogin(
  container: MedusaContainer,
  { contact, value, password }: Credentials
): Promise<string | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const normal = lookupForm(contact, value)
  const account = await registration.findAccount(contact, normal)
  const own = await findOwnLogin(container, account?.id, contact)
  if (!account || !own) {
    return normal === value ? undefined : normal
  }
  const { entity_id } = own
  const options = registration.getOptions()
  if (isPresentContact(account, contact, entity_id, options)) {
    return entity_id === value ? undefined : entity_id
  }
  if (!account[`${contact}_verified`]) {
    // The gate says what is left to do, if the password is right.
    return entity_id
  }
  const right =
    password && (await checkPassword(container, contact, entity_id, password))
  if (!right) {
    return undefined
  }
  const proof = { customer_id: account.id, contact, value: normal }
  await clearWay(container, proof)
  await moveLogin(container, proof)
  return normal
}

/**
 * What Medusa's reset finds the login of an e-mail by: its owner has exactly this e-mail, in whatever letter case, or it
 * is that of the account that has it. Who had an e-mail once gets nothing for it.
 *
 * @returns what no login is stored by, if there is none
 * @example await findResetIdentifier(container, "Jane@Example.com") // "jane@example.com"
 */
export async function findResetIdentifier(
  container: MedusaContainer,
  typed: string
): Promise<string> {
  if (await isOwnersPresent(container, typed)) {
    return typed
  }
  const normal = lookupForm("email", typed)
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount("email", normal)
  const own = account && (await findOwnLogin(container, account.id, "email"))
  if (own) {
    return own.entity_id
  }
  const found = await findProviderIdentity(container, "email", normal)
  const unfinished = found && isUnfinished(found.auth_identity)
  return unfinished ? normal : randomUUID()
}

// Of old accounts that differ in letter case alone, the one that logs in with exactly this.
async function isOwnersPresent(
  container: MedusaContainer,
  typed: string
): Promise<boolean> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const login = await findProviderIdentity(container, "email", typed)
  const owner = ownerOf(login?.auth_identity)
  const customer = owner && (await registration.retrieveContacts(owner))
  return Boolean(
    customer &&
    isPresentContact(customer, "email", typed, registration.getOptions())
  )
}
