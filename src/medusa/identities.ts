import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { findProviderIdentity } from "./logins"

/**
 * An auth identity with its provider identities.
 *
 * @throws MedusaError `not_found`
 */
export async function retrieveIdentity(
  container: MedusaContainer,
  id: string
): Promise<AuthIdentityDTO> {
  return await container
    .resolve(Modules.AUTH)
    .retrieveAuthIdentity(id, { relations: ["provider_identities"] })
}

/**
 * The same for an id that may be of none any more, or missing.
 *
 * @example await findIdentity(container, req.auth_context?.auth_identity_id)
 */
export async function findIdentity(
  container: MedusaContainer,
  id: string | undefined
): Promise<AuthIdentityDTO | undefined> {
  const [found] = id
    ? await container
        .resolve(Modules.AUTH)
        .listAuthIdentities(
          { id: [id] },
          { relations: ["provider_identities"] }
        )
    : []
  return found
}

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
 * Whether an auth identity is of a registration that was not finished: it belongs to nobody, or to a customer of whom
 * there never was a row.
 *
 * @example await isUnfinished(container, identity)
 */
export async function isUnfinished(
  container: MedusaContainer,
  identity: Identity
): Promise<boolean> {
  const app_metadata = { ...identity.app_metadata, customer_id: null }
  return (
    isUnclaimed({ app_metadata }) && !(await hasCustomer(container, identity))
  )
}

/**
 * Whether an auth identity belongs to a customer of whom there is a row. A deleted customer is one.
 *
 * @example await hasCustomer(container, identity)
 */
export async function hasCustomer(
  container: MedusaContainer,
  identity: Identity
): Promise<boolean> {
  const id = ownerOf(identity)
  return id !== undefined && (await customerExists(container, id))
}

/**
 * Whether there is a row of a customer, be it deleted.
 *
 * @example await customerExists(container, "cus_1")
 */
export async function customerExists(
  container: MedusaContainer,
  id: string
): Promise<boolean> {
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id }, { select: ["id"], withDeleted: true })
  return found.length > 0
}

/**
 * Deletes the auth identity that somebody set up for a contact without finishing the registration, if there is one.
 *
 * @example await deleteUnfinished(container, "email", "jane@example.com")
 */
export async function deleteUnfinished(
  container: MedusaContainer,
  contact: Contact,
  value: string
): Promise<void> {
  const found = await findProviderIdentity(container, contact, value)
  if (
    found?.auth_identity &&
    (await isUnfinished(container, found.auth_identity))
  ) {
    await container
      .resolve(Modules.AUTH)
      .deleteAuthIdentities([found.auth_identity.id])
  }
}
