import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { lookupForm, otherContact } from "../contact"
import { deleteUnfinished, ownerOf } from "../medusa/identities"
import { findOwnLogin, findProviderIdentity, PROVIDERS } from "../medusa/logins"
import { checkPassword, hasPassword, imitateCheck } from "../medusa/passwords"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact } from "../options"
import { bcryptPassword } from "../password"

/** What a customer logs in with. */
export type Credentials = {
  contact: Contact
  /** An e-mail as it was typed, a phone in E.164. */
  value: string
  /** Missing if the request has none that is text. */
  password?: string
}

/**
 * Checks refused credentials against the account's other contact, where a store accepts logins by both. If the password
 * is right there, a verified contact becomes a second login of the same identity, with a hash of its own.
 *
 * @returns the contact as its new login is stored; `undefined` if the credentials stay refused
 * @example await linkSecondLogin(container, { contact: "phone", value: "+12133734253", password })
 */
export async function linkSecondLogin(
  container: MedusaContainer,
  { contact, value, password }: Credentials
): Promise<string | undefined> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  // Both providers have to accept the password. Others are refused before any look-up: a provider refuses them without
  // work, so an account must not show in the time here either.
  const { data: usable } = bcryptPassword.safeParse(password)
  if (!usable || registration.getOptions().login.identifier !== "both") {
    return undefined
  }
  const account = await registration.findAccount(
    contact,
    lookupForm(contact, value)
  )
  const verified = account?.[`${contact}_verified`] ? account : undefined
  const identityId = await checkOtherPassword(
    container,
    contact,
    verified,
    usable
  )
  const entityId = verified?.[contact]
  if (!entityId || !identityId) {
    return undefined
  }
  const linked = await addLogin(container, {
    contact,
    entityId,
    identityId,
    password: usable,
  })
  return linked ? entityId : undefined
}

/**
 * Checks a password with the provider of an account's other contact. Without an account, or without such a login, the
 * same work is done, so that the time does not tell which contacts belong to one.
 *
 * @returns the account's auth identity if the password is right
 */
async function checkOtherPassword(
  container: MedusaContainer,
  contact: Contact,
  account: CustomerContacts | undefined,
  password: string
): Promise<string | undefined> {
  const other = otherContact(contact)
  const own = await findOwnLogin(container, account?.id, other)
  if (!account || !own) {
    await imitateCheck(container, other, password)
    return undefined
  }
  const { entity_id } = own
  const identity = await checkPassword(container, other, entity_id, password)
  return ownerOf(identity) === account.id ? identity?.id : undefined
}

type NewLogin = {
  contact: Contact
  entityId: string
  identityId: string
  /** Known to be right. */
  password: string
}

/**
 * Adds a provider identity to an auth identity; its provider hashes the password itself. What somebody else set up for
 * the contact without finishing a registration is void.
 *
 * @returns whether the auth identity has the login now; not if another one has it
 */
async function addLogin(
  container: MedusaContainer,
  { contact, entityId, identityId, password }: NewLogin
): Promise<boolean> {
  const auth = container.resolve(Modules.AUTH)
  const provider = PROVIDERS[contact]
  await deleteUnfinished(container, contact, entityId)
  try {
    await auth.createProviderIdentities([
      { provider, entity_id: entityId, auth_identity_id: identityId },
    ])
  } catch {
    // Another login is there, or one that came at the same moment has just added it.
  }
  const login = await findProviderIdentity(container, contact, entityId)
  if (!login || login.auth_identity?.id !== identityId) {
    return false
  }
  if (hasPassword(login)) {
    return true
  }
  const data = { entity_id: entityId, password }
  const { success } = await auth.updateProvider(provider, data)
  if (!success) {
    await auth.deleteProviderIdentities([login.id])
  }
  return success
}
