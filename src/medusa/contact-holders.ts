import type { Contact } from "../options"
import { statement } from "../sql"
import { CONTACT_COLUMNS, type CustomerContacts } from "./customer-table"
import { PROVIDERS } from "./logins"

/** An account that a contact stands for. */
export type ContactAccount = CustomerContacts & {
  /** Whether it logs in with exactly this contact. */
  logs_in: boolean
}

/** A customer who has a contact on the record, or who is about to prove it. */
export type ContactHolder = {
  id: string
  /** As it is stored. */
  value: string | null
  verified: boolean
}

/** A contact on the record, as it is looked up. */
export const STORED: Record<Contact, string> = {
  email: `lower("customer"."email")`,
  phone: `"customer"."phone"`,
}

/**
 * The account that a contact stands for: the one that has proven it, else the one that logs in with it, else one whose
 * login by such a contact has another value still (an admin's edit), or that has lost its logins. Never one that has merely
 * named it beside another login.
 */
export const ACCOUNT_WITH = {
  email: accountWith("email"),
  phone: accountWith("phone"),
} satisfies Record<Contact, unknown>

/**
 * Locks a customer and the accounts that have a contact on the record, in the order of their ids, so that of two who
 * prove something at once one waits for the other.
 */
export const LOCK_HOLDERS = {
  email: lockHolders("email"),
  phone: lockHolders("phone"),
} satisfies Record<Contact, unknown>

/** Gives customers a contact, or none. A trigger drops the flag of one that it changes. */
export const STORE_CONTACTS = {
  email: storeContacts("email"),
  phone: storeContacts("phone"),
} satisfies Record<Contact, unknown>

/** Gives a customer the contact back that a proof took, unless they have got another one since. A trigger drops its flag. */
export const RESTORE_CONTACT = {
  email: restoreContact("email"),
  phone: restoreContact("phone"),
} satisfies Record<Contact, unknown>

/**
 * Of these customers the accounts that have merely named their e-mail. Where a store asks for no verification, whoever
 * logs in with it has not.
 */
export const NAMERS = statement<
  { ids: string[]; required: boolean },
  { id: string }
>(
  `SELECT "customer"."id" FROM "customer" ${loginsOf("email", STORED.email)}
  WHERE "customer"."id" = ANY(:ids::text[]) AND "customer"."has_account" AND NOT "customer"."email_verified"
    AND (:required OR NOT coalesce(logins."same", false))`
)

function accountWith(contact: Contact) {
  const onRecord = `${STORED[contact]} = :value AND "customer"."deleted_at" IS NULL`
  const found = {
    // Each by its index; the planner would read the table for an "or".
    email: `"customer"."id" = ANY(ARRAY(SELECT "id" FROM "customer" WHERE ${onRecord}
      UNION SELECT "customer_id" FROM "pending_email" WHERE "email" = :value)) AND "customer"."deleted_at" IS NULL`,
    phone: onRecord,
  }
  return statement<{ value: string }, ContactAccount>(
    `SELECT ${CONTACT_COLUMNS}, coalesce(logins."same", false) AS "logs_in"
    FROM "customer" ${loginsOf(contact, ":value")}
    WHERE ${found[contact]} AND "customer"."has_account"
      AND ("customer"."${contact}_verified" OR logins."own" OR logins."own" IS NULL)
    ORDER BY "customer"."${contact}_verified" DESC, "logs_in" DESC, "customer"."id" LIMIT 1`
  )
}

/** Whether a customer has logins by such a contact (null without any login at all), and one by this value. */
function loginsOf(contact: Contact, value: string): string {
  const own = `login."provider" = '${PROVIDERS[contact]}'`
  const entity =
    contact === "email" ? `lower(login."entity_id")` : `login."entity_id"`
  return `LEFT JOIN LATERAL (
    SELECT bool_or(${own}) AS "own", bool_or(${own} AND ${entity} = ${value}) AS "same"
    FROM "auth_identity" AS identity
    JOIN "provider_identity" AS login ON login."auth_identity_id" = identity."id" AND login."deleted_at" IS NULL
    WHERE identity."app_metadata"->>'customer_id' = "customer"."id" AND identity."deleted_at" IS NULL
  ) AS logins ON true`
}

function lockHolders(contact: Contact) {
  return statement<{ id: string; value: string }, ContactHolder>(
    `SELECT "id", "${contact}" AS "value", "${contact}_verified" AS "verified" FROM "customer"
    WHERE ("id" = :id OR ${STORED[contact]} = :value AND "has_account") AND "deleted_at" IS NULL
    ORDER BY "id" FOR UPDATE`
  )
}

function storeContacts(contact: Contact) {
  return statement<{ ids: string[]; value: string | null }>(
    `UPDATE "customer" SET "${contact}" = :value, "updated_at" = now()
    WHERE "id" = ANY(:ids::text[]) AND "deleted_at" IS NULL AND "${contact}" IS DISTINCT FROM :value`
  )
}

function restoreContact(contact: Contact) {
  return statement<{ id: string; value: string | null; left: string | null }>(
    `UPDATE "customer" SET "${contact}" = :value, "updated_at" = now()
    WHERE "id" = :id AND "${contact}" IS NOT DISTINCT FROM :left::text AND "deleted_at" IS NULL`
  )
}

/** An e-mail that a customer has named and another account has on its record. */
export type PendingEmail = { customer_id: string; email: string }

/**
 * Keeps an e-mail apart from the record of a customer who is about to be created, if an account's record has it; else
 * they have none pending.
 */
export const KEEP_APART = statement<PendingEmail, { customer_id: string }>(
  `WITH apart AS (
    INSERT INTO "pending_email" ("customer_id", "email")
    SELECT :customer_id, :email WHERE EXISTS (
      SELECT 1 FROM "customer" WHERE lower("email") = :email AND "has_account" AND "deleted_at" IS NULL
    )
    ON CONFLICT ("customer_id") DO UPDATE SET "email" = excluded."email"
    RETURNING "customer_id"
  ), dropped AS (
    DELETE FROM "pending_email" WHERE "customer_id" = :customer_id AND NOT EXISTS (SELECT 1 FROM apart)
  )
  SELECT "customer_id" FROM apart`
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
