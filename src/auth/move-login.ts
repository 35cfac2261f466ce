import type {
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { contactToProve, isPresentContact } from "../codes"
import { lookupForm } from "../contact"
import { isPluginError, PluginError } from "../errors"
import {
  isOtherActors,
  isUnfinished,
  ownerOf,
  retrieveIdentity,
} from "../medusa/identities"
import {
  findProviderIdentity,
  loginsOf,
  renameLogin,
  type OwnLogin,
} from "../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
  type CustomerContacts,
} from "../modules/customer-registration"
import type { Contact, PluginOptions } from "../options"

/** A login and what it was by before it moved. */
export type MovedLogin = Pick<ProviderIdentityDTO, "id" | "entity_id">

/**
 * Removes what keeps the owner of a proven contact from logging in with it: a registration that was not finished, the
 * login of an account that has not proven the contact. One that its account has left behind moves to where that is now.
 *
 * @param proof the contact in its normal form
 * @param needed whether a login is about to move there: then an admin's login by it is in the way
 * @throws PluginError `contact_taken` when another account has proven it
 * @example await clearWay(container, { customer_id: "cus_1", contact: "phone", value: "+12133734253" })
 */
export async function clearWay(
  container: MedusaContainer,
  { customer_id, contact, value }: ContactOf,
  needed = true
): Promise<void> {
  const login = await findProviderIdentity(container, contact, value)
  const identity = login?.auth_identity
  const owner = ownerOf(identity)
  if (!identity || owner === customer_id) {
    return
  }
  if (isUnfinished(identity)) {
    await container.resolve(Modules.AUTH).deleteAuthIdentities([identity.id])
    return
  }
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const holder = owner && (await registration.retrieveContacts(owner))
  const options = registration.getOptions()
  const isOthers = isOtherActors(identity)
  const isKept = Boolean(holder && keeps(holder, contact, value, options))
  if (isKept || (isOthers && needed)) {
    throw new PluginError("contact_taken")
  }
  if (isOthers) {
    return
  }
  const present = holder && contactToProve(holder, contact, options)
  if (
    !present ||
    present === value ||
    !(await tryMove(container, {
      customer_id: holder.id,
      contact,
      value: present,
    }))
  ) {
    await removeLogin(container, {
      id: login.id,
      auth_identity_id: identity.id,
    })
  }
}

// Where a store asks for no verification, accounts live without one.
function keeps(
  holder: CustomerContacts,
  contact: Contact,
  value: string,
  options: PluginOptions
): boolean {
  return (
    isPresentContact(holder, contact, value, options) &&
    (holder[`${contact}_verified`] ||
      !options.registration.require_verification)
  )
}

// A login that its owner has left behind follows them, unless somebody else logs in there.
async function tryMove(
  container: MedusaContainer,
  proof: ContactOf
): Promise<boolean> {
  try {
    return Boolean(await moveLogin(container, proof))
  } catch (error) {
    if (isPluginError(error)) {
      return false
    }
    throw error
  }
}

async function removeLogin(
  container: MedusaContainer,
  { id, auth_identity_id }: { id: string; auth_identity_id: string }
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { provider_identities = [] } = await retrieveIdentity(
    container,
    auth_identity_id
  )
  await (provider_identities.length > 1
    ? auth.deleteProviderIdentities([id])
    : auth.deleteAuthIdentities([auth_identity_id]))
}

/**
 * Removes the logins of a customer by a contact. Their auth identity stays, even without any: it may be an admin's too.
 *
 * @example await removeLogins(container, { customer_id: "cus_1", contact: "phone" })
 */
export async function removeLogins(
  container: MedusaContainer,
  { customer_id, contact }: Omit<ContactOf, "value">
): Promise<void> {
  const own = (await loginsOf(container, customer_id)).filter(
    (login) => login.contact === contact
  )
  await container
    .resolve(Modules.AUTH)
    .deleteProviderIdentities(own.map(({ id }) => id))
}

/**
 * Makes a proven contact the one that its customer logs in with; the value that they logged in with before is free.
 *
 * @param proof the contact in its normal form
 * @returns what moved; nothing if there is no such login, or if it is by this contact
 * @throws PluginError `contact_taken` when somebody else logs in with it
 * @example await moveLogin(container, { customer_id: "cus_1", contact: "phone", value: "+12133734253" })
 */
export async function moveLogin(
  container: MedusaContainer,
  proof: ContactOf
): Promise<MovedLogin | undefined> {
  const own = laggingOf(await loginsOf(container, proof.customer_id), proof)
  if (own) {
    await renameLogin(container, own.id, proof.value)
  }
  return own
}

/**
 * Of the logins of a customer the one by a contact, if it is by another value.
 *
 * @example laggingOf(access.logins, { contact: "phone", value: "+12133734253" })
 */
export function laggingOf(
  logins: (MovedLogin & Pick<OwnLogin, "contact">)[],
  { contact, value }: Pick<ContactOf, "contact" | "value">
): MovedLogin | undefined {
  const own = logins.filter((login) => login.contact === contact)
  const same = own.some(
    ({ entity_id }) =>
      lookupForm(contact, entity_id) === lookupForm(contact, value)
  )
  const [first] = own
  return first && !same
    ? { id: first.id, entity_id: first.entity_id }
    : undefined
}
