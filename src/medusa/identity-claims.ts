import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { execute, executeOne, statement } from "../sql"
import { findIdentity, isOtherActors } from "./identities"
import { findIdentitiesOf } from "./logins"

/**
 * Makes an auth identity the login of a customer, unless it is one's already. Medusa's own update reads the metadata,
 * merges it and writes it, so that two at once would both succeed.
 */
export const LINK_IDENTITY = statement<
  { id: string; customer_id: string },
  { id: string }
>(
  `UPDATE "auth_identity"
  SET "app_metadata" = coalesce("app_metadata", '{}') || jsonb_build_object('customer_id', :customer_id::text),
    "updated_at" = now()
  WHERE "id" = :id AND "app_metadata"->>'customer_id' IS NULL AND "deleted_at" IS NULL
  RETURNING "id"`
)

/**
 * Undoes `LINK_IDENTITY` without a trace: Medusa's `emailpass` resumes no registration of an identity that has any
 * metadata left.
 */
export const UNLINK_IDENTITY = statement<{ id: string; customer_id: string }>(
  `UPDATE "auth_identity" SET "app_metadata" = nullif("app_metadata" - 'customer_id', '{}'), "updated_at" = now()
  WHERE "id" = :id AND "app_metadata"->>'customer_id' = :customer_id`
)

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
  const link = { id, customer_id }
  return Boolean(await executeOne(container, LINK_IDENTITY, link))
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
  await execute(container, UNLINK_IDENTITY, { id, customer_id })
}

/**
 * Deletes auth identities that were a customer's, but for those that are another actor's as well (an admin's).
 *
 * @example await deleteIdentities(container, ["authid_1"])
 */
export async function deleteIdentities(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  for (const id of ids) {
    const identity = await findIdentity(container, id)
    if (identity && !isOtherActors(identity)) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([id])
    }
  }
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
  for (const identity of await findIdentitiesOf(container, customerId)) {
    await (isOtherActors(identity)
      ? setOwner(container, identity.id, null)
      : auth.deleteAuthIdentities([identity.id]))
  }
}
