import { statement } from "../sql"

/** New password hashes in place of old ones: `id` and `hash` of a provider identity, `next` in the place of `hash`. */
export type PasswordSwap = { id: string; hash: string; next: string }

/**
 * Replaces password hashes, all of them or, if one is not stored any more, none. Medusa's providers write a hash
 * whatever is there. `emailpass` and `phonepass` keep it under the key `password`.
 */
export const SWAP_PASSWORDS = statement<
  { swaps: PasswordSwap[]; count: number },
  { id: string }
>(
  `WITH swap AS (
    SELECT * FROM jsonb_to_recordset(:swaps::jsonb) AS swap("id" text, "hash" text, "next" text)
  ), current AS (
    SELECT login."id", swap."next" FROM "provider_identity" AS login JOIN swap ON swap."id" = login."id"
    WHERE login."provider_metadata" ->> 'password' = swap."hash" AND login."deleted_at" IS NULL
    ORDER BY login."id" FOR UPDATE OF login
  )
  UPDATE "provider_identity" AS login
  SET "provider_metadata" = jsonb_set(login."provider_metadata", '{password}', to_jsonb(current."next")), "updated_at" = now()
  FROM current WHERE login."id" = current."id" AND (SELECT count(*) FROM current) = :count
  RETURNING login."id"`
)
