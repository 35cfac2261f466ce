import type { Contact } from "../options"
import { statement } from "../sql"
import { CONTACT_COLUMNS, type CustomerContacts } from "./customer-table"
import { PROVIDERS } from "./identities"

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

const STORED: Record<Contact, string> = {
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
  return statement<{ customers: Pick<ContactHolder, "id" | "value">[] }>(
    `UPDATE "customer" SET "${contact}" = given."value", "updated_at" = now()
    FROM jsonb_to_recordset(:customers::jsonb) AS given("id" text, "value" text)
    WHERE "customer"."id" = given."id" AND "customer"."deleted_at" IS NULL
      AND "customer"."${contact}" IS DISTINCT FROM given."value"`
  )
}
