import { statement } from "../sql"
import { CONTACT_COLUMNS, type CustomerContacts } from "./customer-table"

// Seconds come as double precision: the driver reads a bigint as text.

/** A customer's contacts and flags, none if the customer is gone, and from when on their tokens count. */
export const SESSION_OF = statement<
  { id: string },
  { [Key in keyof CustomerContacts]: CustomerContacts[Key] | null } & {
    valid_from: number | null
  }
>(
  `SELECT ${CONTACT_COLUMNS}, session."valid_from"::float8 AS "valid_from"
  FROM (SELECT :id::text AS "id") AS asked
  LEFT JOIN "customer" ON "customer"."id" = asked."id" AND "customer"."deleted_at" IS NULL
  LEFT JOIN "customer_session" AS session ON session."customer_id" = asked."id"`
)

/** From when on the tokens of an auth identity's customer count. */
export const VALID_FROM_OF_IDENTITY = statement<
  { id: string },
  { valid_from: number }
>(
  `SELECT session."valid_from"::float8 AS "valid_from"
  FROM "auth_identity" AS identity
  JOIN "customer_session" AS session ON session."customer_id" = identity."app_metadata" ->> 'customer_id'
  WHERE identity."id" = :id AND identity."deleted_at" IS NULL`
)
