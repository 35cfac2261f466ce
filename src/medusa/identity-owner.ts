import type {
  AuthIdentityDTO,
  MedusaContainer,
  UpdateAuthIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { findProviderIdentity } from "./identities"

type Identity = Pick<AuthIdentityDTO, "app_metadata">

/**
 * The customer that an auth identity logs in as.
 *
 * @example ownerOf(identity) // "cus_1", or undefined for a registration that was not finished
 */
export function ownerOf(identity: Identity | undefined): string | undefined {
  const id = identity?.app_metadata?.customer_id
  return typeof id === "string" && id ? id : undefined
}

/**
 * Whether an auth identity belongs to no customer, user or other actor. `null` is what Medusa leaves of an owner that
 * was removed.
 *
 * @example isUnclaimed({ app_metadata: { customer_id: null } }) // true
 */
export function isUnclaimed({ app_metadata }: Identity): boolean {
  const owners = Object.values(app_metadata ?? {})
  return owners.every((owner) => owner === null || owner === undefined)
}

/**
 * Makes an auth identity the login of a customer, or of none. Medusa merges the metadata into what is there.
 *
 * @example await setOwner(container, "authid_1", "cus_1")
 */
export async function setOwner(
  container: MedusaContainer,
  id: string,
  customerId: string | null
): Promise<void> {
  await container
    .resolve(Modules.AUTH)
    .updateAuthIdentities({ id, app_metadata: { customer_id: customerId } })
}

/**
 * Undoes `setOwner` without a trace. A key cannot be left out of a merge, so the metadata is emptied first; Medusa's
 * `emailpass` resumes no registration of an identity that still has the key.
 *
 * @example await forgetOwner(container, "authid_1")
 */
export async function forgetOwner(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { app_metadata } = await auth.retrieveAuthIdentity(id)
  const { customer_id: _forgotten, ...others } = app_metadata ?? {}
  const emptied = { id, app_metadata: null }
  // Medusa's type of an update has no null; its service empties the column.
  await auth.updateAuthIdentities(emptied as unknown as UpdateAuthIdentityDTO)
  if (Object.keys(others).length) {
    await auth.updateAuthIdentities({ id, app_metadata: others })
  }
}

/**
 * Every auth identity of a customer, with its provider identities.
 *
 * @example const identities = await findIdentitiesOf(container, "cus_1")
 */
export async function findIdentitiesOf(
  container: MedusaContainer,
  customerId: string
): Promise<AuthIdentityDTO[]> {
  return await container
    .resolve(Modules.AUTH)
    .listAuthIdentities(
      { app_metadata: { customer_id: customerId } },
      { relations: ["provider_identities"] }
    )
}

/**
 * Deletes every auth identity of a customer, and with it the passwords, second factors and tokens. One that is another
 * actor's as well (an admin's) only loses the customer.
 *
 * @example await deleteIdentitiesOf(container, "cus_1")
 */
export async function deleteIdentitiesOf(
  container: MedusaContainer,
  customerId: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  for (const { id, app_metadata } of await findIdentitiesOf(
    container,
    customerId
  )) {
    if (isUnclaimed({ app_metadata: { ...app_metadata, customer_id: null } })) {
      await auth.deleteAuthIdentities([id])
    } else {
      await setOwner(container, id, null)
    }
  }
}

/**
 * Deletes the auth identity that somebody set up for a contact without finishing the registration, if there is one.
 *
 * @example await deleteUnclaimed(container, "email", "jane@example.com")
 */
export async function deleteUnclaimed(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<void> {
  const found = await findProviderIdentity(container, contact, value)
  if (found?.auth_identity && isUnclaimed(found.auth_identity)) {
    await container
      .resolve(Modules.AUTH)
      .deleteAuthIdentities([found.auth_identity.id])
  }
}
