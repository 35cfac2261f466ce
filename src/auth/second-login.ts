import type { MedusaContainer } from "@medusajs/framework/types"
import { lookupForm, otherContact } from "../contact"
import { addLogin } from "../medusa/add-login"
import { hashPassword } from "../medusa/hash-password"
import { deleteUnfinished, ownerOf } from "../medusa/identities"
import {
  findOwnLogin,
  findProviderIdentity,
  type OwnLogin,
} from "../medusa/logins"
import {
  checkPassword,
  hashOf,
  hasPassword,
  imitateCheck,
} from "../medusa/passwords"
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
  const checked = await checkOtherPassword(container, contact, verified, usable)
  const stored = verified?.[contact]
  if (!stored || !checked) {
    return undefined
  }
  const login = { contact, value: stored, password: usable }
  return (await addSecondLogin(container, login, checked)) ? stored : undefined
}

/**
 * Checks a password with the provider of an account's other contact. Without an account, or without such a login, the
 * same work is done, so that the time does not tell which contacts belong to one.
 *
 * @returns the account's login by the other contact, as it was before the check, if the password is right
 */
async function checkOtherPassword(
  container: MedusaContainer,
  contact: Contact,
  account: CustomerContacts | undefined,
  password: string
): Promise<OwnLogin | undefined> {
  const other = otherContact(contact)
  const own = await findOwnLogin(container, account?.id, other)
  if (!account || !own) {
    await imitateCheck(container, other, password)
    return undefined
  }
  const { entity_id } = own
  const identity = await checkPassword(container, other, entity_id, password)
  return ownerOf(identity) === account.id ? own : undefined
}

/**
 * Adds a login to the auth identity of another one with the same password, of which it gets a hash of its own. What somebody
 * else set up for the contact without finishing a registration is void.
 *
 * @returns whether the auth identity has the login now; not if another one has it
 */
async function addSecondLogin(
  container: MedusaContainer,
  { contact, value, password }: Required<Credentials>,
  { id, auth_identity_id, ...own }: OwnLogin
): Promise<boolean> {
  const { hashes } = await hashPassword(container, [contact], password)
  const checked = hashOf(own)
  if (!hashes || checked === undefined) {
    return false
  }
  await deleteUnfinished(container, contact, value)
  const added = await addLogin(container, {
    contact,
    value,
    password: hashes[contact],
    checked: { id, password: checked },
  })
  if (added) {
    return true
  }
  // One that came at the same moment may have just added it.
  const login = await findProviderIdentity(container, contact, value)
  return login?.auth_identity.id === auth_identity_id && hasPassword(login)
}
