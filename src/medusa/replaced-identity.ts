import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { execute, executeOne, statement } from "../sql"

/** A login that moves to another auth identity. */
export type MovingLogin = {
  id: string
  /** What its provider keeps of it from now on, with the password's hash; left out, what it has kept so far. */
  provider_metadata?: Record<string, unknown>
}

/**
 * Gives logins of an auth identity a new one, of a customer or of nobody, with new passwords: all of them or, if one has moved
 * meanwhile, none. In one statement: between two, the old password would open the new identity. One that is another
 * actor's too keeps its logins.
 */
export const REPLACE_IDENTITY = statement<
  {
    id: string
    customer_id: string | null
    old_id: string
    logins: string[]
    /** JSON, by login. */
    metadata: (string | null)[]
  },
  { id: string }
>(
  `WITH old AS (
    SELECT "id" FROM "auth_identity" AS identity
    WHERE "id" = :old_id AND "deleted_at" IS NULL AND NOT EXISTS (
      SELECT 1 FROM jsonb_each_text(coalesce(identity."app_metadata", '{}') - 'customer_id') AS other
      WHERE other."value" IS NOT NULL
    )
    FOR UPDATE
  ), kept AS (
    SELECT login."id", wanted."metadata" FROM "provider_identity" AS login
    JOIN old ON old."id" = login."auth_identity_id"
    JOIN unnest(:logins::text[], :metadata::text[]) AS wanted("id", "metadata") ON wanted."id" = login."id"
    WHERE login."deleted_at" IS NULL
    ORDER BY login."id" FOR UPDATE OF login
  ), fresh AS (
    INSERT INTO "auth_identity" ("id", "app_metadata")
    SELECT :id, CASE WHEN :customer_id::text IS NOT NULL THEN jsonb_build_object('customer_id', :customer_id::text) END
    WHERE (SELECT count(*) FROM kept) = cardinality(:logins::text[])
    RETURNING "id"
  )
  UPDATE "provider_identity" AS login
  SET "auth_identity_id" = fresh."id", "updated_at" = now(),
    "provider_metadata" = coalesce(kept."metadata"::jsonb, login."provider_metadata")
  FROM kept, fresh WHERE login."id" = kept."id"
  RETURNING fresh."id"`
)

/**
 * Gives logins an auth identity of their own in place of the old one, with new passwords. Whoever read the old password before
 * has a token of the old identity.
 *
 * @returns the new identity's id; `undefined`, and nothing is done, if a login has moved, or if the old identity is
 * another actor's too
 * @example await replaceIdentity(container, { old_id: "authid_1" }, [{ id: "provid_1", provider_metadata: { password: hash } }])
 */
export async function replaceIdentity(
  container: MedusaContainer,
  {
    old_id,
    customer_id = null,
  }: { old_id: string; customer_id?: string | null },
  logins: MovingLogin[]
): Promise<string | undefined> {
  const replaced = await executeOne(container, REPLACE_IDENTITY, {
    id: generateEntityId(undefined, "authid"),
    customer_id,
    old_id,
    logins: logins.map(({ id }) => id),
    metadata: metadataOf(logins),
  })
  return replaced?.id
}

/** Moves logins back that are still at the identity that they moved to, with what their providers kept of them before. */
export const RESTORE_LOGINS = statement<{
  id: string
  old_id: string
  logins: string[]
  /** JSON, by login. */
  metadata: (string | null)[]
}>(
  `UPDATE "provider_identity" AS login
  SET "auth_identity_id" = :old_id, "provider_metadata" = wanted."metadata"::jsonb, "updated_at" = now()
  FROM unnest(:logins::text[], :metadata::text[]) AS wanted("id", "metadata")
  WHERE login."id" = wanted."id" AND login."auth_identity_id" = :id AND login."deleted_at" IS NULL`
)

/**
 * Undoes `replaceIdentity`, but for a login that another reset has moved on since.
 *
 * @param logins as they were before
 * @example await restoreIdentity(container, "authid_2", "authid_1", logins)
 */
export async function restoreIdentity(
  container: MedusaContainer,
  id: string,
  old_id: string,
  logins: MovingLogin[]
): Promise<void> {
  await execute(container, RESTORE_LOGINS, {
    id,
    old_id,
    logins: logins.map((login) => login.id),
    metadata: metadataOf(logins),
  })
  await container.resolve(Modules.AUTH).deleteAuthIdentities([id])
}

function metadataOf(logins: MovingLogin[]): (string | null)[] {
  return logins.map(({ provider_metadata: kept }) =>
    kept ? JSON.stringify(kept) : null
  )
}
