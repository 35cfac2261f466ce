import { statement } from "../sql"

/** An e-mail that a customer has named and another account has on its record. */
export type PendingEmail = { customer_id: string; email: string }

/** Keeps an e-mail apart from the record of a customer who is about to be created, if an account's record has it. */
export const KEEP_APART = statement<PendingEmail, { customer_id: string }>(
  `INSERT INTO "pending_email" ("customer_id", "email")
  SELECT :customer_id, :email WHERE EXISTS (
    SELECT 1 FROM "customer" WHERE lower("email") = :email AND "has_account" AND "deleted_at" IS NULL
  )
  ON CONFLICT ("customer_id") DO UPDATE SET "email" = excluded."email"
  RETURNING "customer_id"`
)

/** Ends what customers have pending, and what anybody has of an e-mail. */
export const DROP_PENDING = statement<
  { customer_ids: string[]; email: string | null },
  PendingEmail
>(
  `DELETE FROM "pending_email" WHERE "customer_id" = ANY(:customer_ids::text[]) OR "email" = :email
  RETURNING "customer_id", "email"`
)

/** Restores what `DROP_PENDING` returned. */
export const RESTORE_PENDING = statement<{ pending: PendingEmail[] }>(
  `INSERT INTO "pending_email" ("customer_id", "email")
  SELECT given."customer_id", given."email"
  FROM jsonb_to_recordset(:pending::jsonb) AS given("customer_id" text, "email" text)
  ON CONFLICT ("customer_id") DO NOTHING`
)

/** Deletes a batch of those whose customer has not come to be within a day, or is gone. */
export const PURGE_PENDING = statement<
  { limit: number },
  { customer_id: string }
>(
  `DELETE FROM "pending_email" WHERE "customer_id" = ANY(ARRAY(
    SELECT pending."customer_id" FROM "pending_email" AS pending
    WHERE pending."created_at" < now() - interval '1 day' AND (
      SELECT "id" FROM "customer" WHERE "id" = pending."customer_id" AND "deleted_at" IS NULL
    ) IS NULL
    ORDER BY pending."created_at" LIMIT :limit FOR UPDATE OF pending SKIP LOCKED
  )) RETURNING "customer_id"`
)
