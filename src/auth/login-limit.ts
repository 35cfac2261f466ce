import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ownsContact } from "../codes"
import { lookupForm, parseKnownContact } from "../contact"
import { PluginError } from "../errors"
import { findIdentity, isOtherActors, ownerOf } from "../medusa/identities"
import { findProviderIdentity, identityContacts } from "../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerContacts,
} from "../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../modules/otp-verification"
import { CONTACTS, type Contact } from "../options"
import type { Credentials } from "./second-login"

/**
 * Runs a login, with all its fallbacks, within the limit on wrong passwords for its contact. It is counted before the
 * password is checked, and not at all if that was right, or if the request carries a token of the contact's owner.
 * Contacts that are nobody's are counted alike.
 *
 * @param authIdentityId of the token that the request carries, if it has one
 * @param logIn answers why the login is refused, or nothing
 * @throws PluginError `login_throttled`
 * @example const refusal = await withinLoginLimit(container, credentials, undefined, () => refusalOf(handler, req, res))
 */
export async function withinLoginLimit<Refusal>(
  container: MedusaContainer,
  { contact, value }: Credentials,
  authIdentityId: string | undefined,
  logIn: () => Promise<Refusal | undefined>
): Promise<Refusal | undefined> {
  const normal = lookupForm(contact, value)
  if (await ownsContact(container, authIdentityId, contact, normal)) {
    return await logIn()
  }
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const counted = await otp.countLogin(normal)
  if (counted.outcome === "throttled") {
    const { retry_after } = counted
    throw new PluginError("login_throttled", { details: { retry_after } })
  }
  let refusal: Refusal | undefined
  try {
    refusal = await logIn()
  } finally {
    if (!refusal) {
      await otp.giveBack(counted.limits)
    }
  }
  return refusal
}

/** What somebody logs in with as another kind of actor than a customer. */
export type ForeignLogin = Credentials & {
  /** Whose login it is; nobody's of a registration that was not finished. */
  customer_id?: string
}

/**
 * What somebody logs in with as another kind of actor than a customer, if it is a customer's login or nobody's yet: Medusa
 * checks its password there as well, so wrong ones count. The login of an admin is theirs alone.
 *
 * @param typed the body's value
 * @example await findForeignLogin(container, "email", "jane@example.com")
 */
export async function findForeignLogin(
  container: MedusaContainer,
  contact: Contact,
  typed: string
): Promise<ForeignLogin | undefined> {
  const { phone } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const value =
    (contact === "phone"
      ? parseKnownContact(contact, typed, phone).value
      : undefined) ?? typed
  const login = await findProviderIdentity(container, contact, value)
  return login && !isOtherActors(login.auth_identity)
    ? { contact, value, customer_id: ownerOf(login.auth_identity) }
    : undefined
}

/**
 * The contacts under which a person's limits are counted: those of the account and those of its logins, in the form in
 * which they are looked up.
 *
 * @example contactsOf(customer, await findIdentitiesOf(container, customer.id))
 */
export function contactsOf(
  customer: CustomerContacts | undefined,
  identities: AuthIdentityDTO[]
): string[] {
  const onRecord = CONTACTS.flatMap((contact) => {
    const value = customer?.[contact]
    return value ? [lookupForm(contact, value)] : []
  })
  const ofLogins = identities
    .flatMap((identity) => identityContacts(identity))
    .map(({ value }) => value)
  return [...new Set([...onRecord, ...ofLogins])]
}

/**
 * Forgets the wrong passwords for the contacts of a login, and of its customer if it has one.
 *
 * @example await freeLogins(container, { auth_identity_id: "authid_1", customer_id: "cus_1" })
 */
export async function freeLogins(
  container: MedusaContainer,
  {
    auth_identity_id,
    customer_id,
  }: { auth_identity_id?: string; customer_id?: string }
): Promise<void> {
  const identity =
    auth_identity_id && (await findIdentity(container, auth_identity_id))
  const customer = customer_id
    ? await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .retrieveContacts(customer_id)
    : undefined
  await container
    .resolve(OTP_VERIFICATION_MODULE)
    .freeLogins(contactsOf(customer, identity ? [identity] : []))
}
