import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { LINK_IDENTITY, UNLINK_IDENTITY } from "./auth-identity-table"
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
 * Makes an auth identity the login of a customer, in one statement, unless it is one's already.
 *
 * @returns whether it is now
 * @example await claimIdentity(container, "authid_1", "cus_1")
 */
export async function claimIdentity(
  container: MedusaContainer,
  id: string,
  customer_id: string
): Promise<boolean> {
  const { sql, bind } = LINK_IDENTITY
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: object[] }>(sql, bind({ id, customer_id }) as string[])
  return rows.length > 0
}

/**
 * Undoes `claimIdentity` without a trace, in one statement. What the identity is besides (an admin's) stays.
 *
 * @example await releaseIdentity(container, "authid_1", "cus_1")
 */
export async function releaseIdentity(
  container: MedusaContainer,
  id: string,
  customer_id: string
): Promise<void> {
  const { sql, bind } = UNLINK_IDENTITY
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(sql, bind({ id, customer_id }) as string[])
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
