import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { executeOne } from "../sql"
import { IDENTITY_OF, type StoredIdentity } from "./identity-table"
import { findProviderIdentity } from "./logins"

/**
 * An auth identity with its provider identities.
 *
 * @throws MedusaError `not_found`
 */
export async function retrieveIdentity(
  container: MedusaContainer,
  id: string
): Promise<StoredIdentity> {
  const found = await findIdentity(container, id)
  if (!found) {
    const { NOT_FOUND } = MedusaError.Types
    // As Medusa's Auth module says it.
    const message = `AuthIdentity with id: ${id} was not found`
    throw new MedusaError(NOT_FOUND, message)
  }
  return found
}

/**
 * The same for an id that may be of none any more, or missing.
 *
 * @example await findIdentity(container, req.auth_context?.auth_identity_id)
 */
export async function findIdentity(
  container: MedusaContainer,
  id: string | undefined
): Promise<StoredIdentity | undefined> {
  return id ? await executeOne(container, IDENTITY_OF, { id }) : undefined
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
 * Whether an auth identity is another actor's (an admin's, a vendor's), whether or not it is a customer's as well.
 *
 * @example isOtherActors({ app_metadata: { customer_id: "cus_1", user_id: "user_1" } }) // true
 */
export function isOtherActors({ app_metadata }: Identity): boolean {
  return !isUnclaimed({ app_metadata: { ...app_metadata, customer_id: null } })
}

/**
 * Whether an auth identity is of a registration that was not finished: it belongs to nobody, or to a customer of whom
 * there never was a row.
 *
 * @example isUnfinished(await retrieveIdentity(container, "authid_1"))
 */
export function isUnfinished(
  identity: Pick<StoredIdentity, "app_metadata" | "has_customer">
): boolean {
  return !isOtherActors(identity) && !identity.has_customer
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
  if (found && isUnfinished(found.auth_identity)) {
    await container
      .resolve(Modules.AUTH)
      .deleteAuthIdentities([found.auth_identity.id])
  }
}
