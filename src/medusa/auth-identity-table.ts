import { statement } from "../sql"

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
