import type { Contact } from "../options"
import { statement } from "../sql"

/** Medusa's table of customers. The plugin adds `email_verified`, `phone_verified` and `verified_at` to it. */
export const CUSTOMER_TABLE = "customer"

/** A customer's contacts and whether each is verified. */
export type CustomerContacts = {
  id: string
  /** Without one on the record, that which they have named and somebody else's record has, too. */
  email: string | null
  phone: string | null
  email_verified: boolean
  phone_verified: boolean
  /** Whether a contact of theirs was ever verified, be it one that they do not have any more. */
  ever_verified?: boolean
  /** The same e-mail, if it is not on the record yet. */
  pending_email?: string | null
  /** `metadata.locale`, the language that the storefront noted; anything, for customers write their metadata. */
  locale?: string | null
}

/** A customer with contacts, flags and profile. */
export type CustomerProfile = CustomerContacts & {
  first_name: string | null
  last_name: string | null
  company_name: string | null
  has_account: boolean
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

/** What stands on the record of a customer's contacts. */
export const CONTACT_FIELDS: (keyof CustomerContacts)[] = [
  "id",
  "email",
  "phone",
  "email_verified",
  "phone_verified",
]

const PROFILE: (keyof CustomerProfile)[] = [
  ...CONTACT_FIELDS,
  "first_name",
  "last_name",
  "company_name",
  "has_account",
  "metadata",
  "created_at",
  "updated_at",
]

/** Columns as a statement selects them. */
export const columnList = (columns: string[], table = CUSTOMER_TABLE) =>
  columns.map((column) => `"${table}"."${column}"`).join(", ")

// What a customer without an e-mail on the record has named: another account's record has the same.
const PENDING_EMAIL = `CASE WHEN "customer"."email" IS NULL THEN (
    SELECT pending."email" FROM "pending_email" AS pending WHERE pending."customer_id" = "customer"."id"
  ) END`

/** The columns of `CustomerContacts`, for a statement that joins others. */
export const CONTACT_COLUMNS = [
  columnList(CONTACT_FIELDS).replace(
    `"customer"."email"`,
    `coalesce("customer"."email", ${PENDING_EMAIL}) AS "email"`
  ),
  `${PENDING_EMAIL} AS "pending_email"`,
  `"customer"."verified_at" IS NOT NULL AS "ever_verified"`,
  // One character longer than any tag that is looked up.
  `left("customer"."metadata" ->> 'locale', 36) AS "locale"`,
].join(", ")

/** A customer's contacts and flags. */
export const CONTACTS_OF = statement<{ id: string }, CustomerContacts>(
  `SELECT ${CONTACT_COLUMNS} FROM "customer" WHERE "id" = :id AND "deleted_at" IS NULL`
)

/** Keeps a customer's row as it is until the transaction ends. */
export const HOLD_CUSTOMER = statement<{ id: string }, { id: string }>(
  `SELECT "id" FROM "customer" WHERE "id" = :id FOR SHARE`
)

/** Forgets when a customer first verified a contact, if none of theirs is verified. */
export const FORGET_VERIFICATION = statement<{ id: string }>(
  `UPDATE "customer" SET "verified_at" = NULL WHERE "id" = :id AND NOT "email_verified" AND NOT "phone_verified"`
)

/** The columns of `CustomerProfile`, and `pending_email`. */
export const PROFILE_COLUMNS = `${columnList(PROFILE)}, ${PENDING_EMAIL} AS "pending_email"`

/** A customer as the plugin's routes answer it: with the e-mail on the record, and what waits to become it apart. */
export const CUSTOMER_OF = statement<{ id: string }, CustomerProfile>(
  `SELECT ${PROFILE_COLUMNS} FROM "customer" WHERE "id" = :id AND "deleted_at" IS NULL`
)

/** A customer as it is answered: `pending_email` is there only where there is one. */
export function profileOf(row: CustomerProfile): CustomerProfile {
  const { pending_email, ...profile } = row
  return pending_email ? row : profile
}

/** Sets a flag if the customer still has the value that it is about, and the flag is another; the customer comes back. */
export const SET_FLAG = {
  email: setFlag("email"),
  phone: setFlag("phone"),
} satisfies Record<Contact, unknown>

/**
 * Uses the link of a contact change up, and with it those of all later changes of the same contact; once, and only while
 * the customer has the contact that it puts back, or none if it puts none back.
 */
export const CONSUME_UNDO = statement<
  { id: string; value: string | null },
  { id: string }
>(
  `WITH link AS (
    SELECT undo.* FROM "contact_change_undo" AS undo
    JOIN "customer" ON "customer"."id" = undo."customer_id" AND "customer"."deleted_at" IS NULL
      AND CASE undo."contact" WHEN 'email' THEN "customer"."email" ELSE "customer"."phone" END IS NOT DISTINCT FROM :value::text
    WHERE undo."id" = :id AND undo."used_at" IS NULL FOR UPDATE OF undo
  )
  UPDATE "contact_change_undo" AS undo SET "used_at" = now() FROM link
  WHERE undo."customer_id" = link."customer_id" AND undo."contact" = link."contact"
    AND undo."created_at" >= link."created_at" AND undo."used_at" IS NULL
  RETURNING undo."id"`
)

function setFlag(contact: Contact) {
  return statement<
    { id: string; value: string; verified: boolean },
    CustomerProfile
  >(
    `UPDATE "customer" SET "${contact}_verified" = :verified, "updated_at" = now()
    WHERE "id" = :id AND "${contact}" = :value AND "${contact}_verified" <> :verified AND "deleted_at" IS NULL
    RETURNING ${PROFILE_COLUMNS}`
  )
}

// Seconds come as double precision: the driver reads a bigint as text.

/** A customer's contacts and flags, none if the customer is gone, and from when on their tokens count. */
export const SESSION_OF = statement<
  { id: string },
  { [Key in keyof CustomerContacts]: CustomerContacts[Key] | null } & {
    valid_from: number | null
  }
>(
  `SELECT ${CONTACT_COLUMNS}, session."valid_from"::float8 AS "valid_from"
  FROM (SELECT :id::text AS "id") AS given
  LEFT JOIN "customer" ON "customer"."id" = given."id" AND "customer"."deleted_at" IS NULL
  LEFT JOIN "customer_session" AS session ON session."customer_id" = given."id"`
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
