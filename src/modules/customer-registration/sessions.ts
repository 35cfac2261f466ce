import { statement } from "../../sql"

// Seconds come as double precision: the driver reads a bigint as text.

/**
 * Voids a customer's login tokens: those whose `iat` is less than what it returns. Two revocations in one second differ
 * by a second, so that the later one voids the tokens that the earlier one allowed. The clock is the later one of
 * server and database, and no token of who asks stays valid because a server's clock is fast.
 *
 * @returns nothing if the token that asks for it (`iat`) is void already
 */
export const REVOKE_SESSIONS = statement<
  { id: string; now: number; iat: number | null },
  { valid_from: number }
>(
  `INSERT INTO "customer_session" AS current ("customer_id", "valid_from")
  VALUES (:id, 1 + greatest(floor(extract(epoch FROM clock_timestamp()))::bigint, :now::bigint, :iat::bigint))
  ON CONFLICT ("customer_id") DO UPDATE SET
    "valid_from" = greatest(excluded."valid_from", current."valid_from" + 1)
  WHERE current."valid_from" <= coalesce(:iat::bigint, current."valid_from")
  RETURNING "valid_from"::float8 AS "valid_from"`
)
