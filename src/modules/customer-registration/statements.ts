import type { Contact } from "../../options"

const COLUMNS = `"id", "email", "phone", "email_verified", "phone_verified"`

/** A customer's contacts and flags. Binds the id. */
export const CONTACTS_OF = `SELECT ${COLUMNS} FROM "customer" WHERE "id" = ? AND "deleted_at" IS NULL`

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
