import type { Contact } from "../../options"

const COLUMNS = `"id", "email", "phone", "email_verified", "phone_verified"`

/** A customer's contacts and flags. Binds the id. */
export const CONTACTS_OF = `SELECT ${COLUMNS} FROM "customer" WHERE "id" = ? AND "deleted_at" IS NULL`

/** A customer as the plugin's routes answer it. Binds the id. */
export const CUSTOMER_OF = `SELECT ${COLUMNS}, "first_name", "last_name", "company_name", "has_account", "metadata",
    "created_at", "updated_at"
  FROM "customer" WHERE "id" = ? AND "deleted_at" IS NULL`

/** The account that has this contact, in whatever letter case an old e-mail was stored. Binds the value. */
export const ACCOUNT_WITH: Record<Contact, string> = {
  email: accountWith("email", `lower("email")`),
  phone: accountWith("phone", `"phone"`),
}

/** Sets a flag if the customer still has the value it is about and the flag is another. Binds flag, id, value, flag. */
export const SET_FLAG: Record<Contact, string> = {
  email: setFlag("email"),
  phone: setFlag("phone"),
}

/** Marks a batch of accounts whose contact is set and not verified. Binds the moment and the batch's size. */
export const MARK_EXISTING: Record<Contact, string> = {
  email: markExisting("email"),
  phone: markExisting("phone"),
}

/** Takes a lease on each key that nobody holds, and returns those. Binds holder, seconds and the keys as JSON. */
export const RESERVE = `INSERT INTO "contact_reservation" AS held ("key", "holder", "expires_at")
  SELECT "key", ?, now() + ? * interval '1 second' FROM jsonb_array_elements_text(?::jsonb) AS "key" ORDER BY "key"
  ON CONFLICT ("key") DO UPDATE SET "holder" = excluded."holder", "expires_at" = excluded."expires_at"
  WHERE held."expires_at" <= now()
  RETURNING "key"`

/** Ends a holder's leases. Binds the holder. */
export const RELEASE = `DELETE FROM "contact_reservation" WHERE "holder" = ?`

/**
 * The rows of one person: the account, deleted or not, and the guests that ordered with its verified e-mail.
 * Binds the id twice.
 */
export const PERSON_OF = `SELECT ${COLUMNS} FROM "customer" WHERE "id" = ?
  UNION ALL
  SELECT ${columnsOf("guest")} FROM "customer" AS account
  JOIN "customer" AS guest ON lower(guest."email") = lower(account."email")
    AND NOT guest."has_account" AND guest."deleted_at" IS NULL
  WHERE account."id" = ? AND account."email_verified"`

/** Empties and soft-deletes customers. Binds their ids as JSON. */
export const ERASE_CUSTOMERS = `UPDATE "customer" SET
    "email" = NULL, "phone" = NULL, "first_name" = NULL, "last_name" = NULL, "company_name" = NULL,
    "metadata" = NULL, "created_by" = NULL, "updated_at" = now(), "deleted_at" = coalesce("deleted_at", now())
  WHERE "id" IN (SELECT jsonb_array_elements_text(?::jsonb))`

/** Empties and soft-deletes the addresses of customers. Binds the customers' ids as JSON. */
export const ERASE_ADDRESSES = `UPDATE "customer_address" SET
    "address_name" = NULL, "company" = NULL, "first_name" = NULL, "last_name" = NULL, "address_1" = NULL,
    "address_2" = NULL, "city" = NULL, "country_code" = NULL, "province" = NULL, "postal_code" = NULL,
    "phone" = NULL, "metadata" = NULL, "updated_at" = now(), "deleted_at" = coalesce("deleted_at", now())
  WHERE "customer_id" IN (SELECT jsonb_array_elements_text(?::jsonb))`

/**
 * Accounts that never verified a contact, after this id. Binds the days since they were made, the id and the batch's
 * size.
 */
export const NEVER_VERIFIED = `SELECT "id" FROM "customer"
  WHERE "has_account" AND "verified_at" IS NULL AND NOT "email_verified" AND NOT "phone_verified"
    AND "deleted_at" IS NULL AND "created_at" < now() - ? * interval '1 day' AND "id" > ?
  ORDER BY "id" LIMIT ?`

/** Deletes a batch of reservations that hold nothing any more. Binds the batch's size. */
export const PURGE_RESERVATIONS = `DELETE FROM "contact_reservation" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "contact_reservation" WHERE "expires_at" < now()
    ORDER BY "expires_at" LIMIT ? FOR UPDATE SKIP LOCKED
  )) RETURNING "key"`

function columnsOf(table: string): string {
  return COLUMNS.split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ")
}

function accountWith(contact: Contact, stored: string): string {
  return `SELECT ${COLUMNS} FROM "customer"
    WHERE ${stored} = ? AND "has_account" AND "deleted_at" IS NULL
    ORDER BY "${contact}_verified" DESC, "id" LIMIT 1`
}

function setFlag(contact: Contact): string {
  return `UPDATE "customer" SET "${contact}_verified" = ?, "updated_at" = now()
    WHERE "id" = ? AND "${contact}" = ? AND "${contact}_verified" <> ? AND "deleted_at" IS NULL
    RETURNING "id"`
}

function markExisting(contact: Contact): string {
  return `UPDATE "customer" SET "${contact}_verified" = true WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM "customer"
    WHERE "has_account" AND "deleted_at" IS NULL AND "${contact}" IS NOT NULL AND NOT "${contact}_verified"
      AND "created_at" < coalesce(?::timestamptz, 'infinity')
    ORDER BY "id" LIMIT ? FOR UPDATE
  )) RETURNING "id"`
}
