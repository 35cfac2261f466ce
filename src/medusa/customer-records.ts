import type { Contact } from "../options"
import { statement, type Statement } from "../sql"
import {
  columnList,
  CONTACT_COLUMNS,
  CONTACT_FIELDS,
  type CustomerContacts,
} from "./customer-table"

/** An account from before the plugin, as far as its contacts go. */
export type ExistingAccount = CustomerContacts & { created_at: Date }

/** The accounts that come after an id. */
export const ACCOUNTS_AFTER = statement<
  { after: string; limit: number },
  ExistingAccount
>(
  `SELECT ${CONTACT_COLUMNS}, "created_at" FROM "customer"
  WHERE "id" > :after AND "has_account" AND "deleted_at" IS NULL ORDER BY "id" LIMIT :limit`
)

/** Stores phones in their normal form, each if it is still stored as it was read. */
export const NORMALIZE_PHONES = statement<{
  ids: string[]
  stored: string[]
  values: string[]
}>(
  `UPDATE "customer" SET "phone" = read."value", "updated_at" = now()
  FROM unnest(:ids::text[], :stored::text[], :values::text[]) AS read("id", "stored", "value")
  WHERE "customer"."id" = read."id" AND "phone" = read."stored" AND "phone" <> read."value" AND "deleted_at" IS NULL`
)

/** Sets a flag for those who still have the value that it is about, and whom no other account has forestalled. */
export const MARK_VERIFIED = {
  email: markVerified("email", `lower("other"."email") = lower(read."value")`),
  phone: markVerified("phone", `"other"."phone" = read."value"`),
} satisfies Record<
  Contact,
  Statement<{ ids: string[]; values: string[] }, { id: string }>
>

/**
 * The columns of Medusa's tables that say who somebody is: an erasure empties them. A column that a new Medusa adds
 * keeps its value until it is listed here.
 */
export const PERSONAL_COLUMNS = {
  customer: [
    "email",
    "phone",
    "first_name",
    "last_name",
    "company_name",
    "metadata",
    "created_by",
  ],
  customer_address: [
    "address_name",
    "company",
    "first_name",
    "last_name",
    "address_1",
    "address_2",
    "city",
    "country_code",
    "province",
    "postal_code",
    "phone",
    "metadata",
  ],
} as const

/** The text that takes the flag from all but the first to have proven a contact, and returns their ids. It reads all customers. */
export function keepingOlderProofs(contact: Contact): string {
  const flag = `"${contact}_verified"`
  const key = contact === "email" ? `lower("email")` : `"phone"`
  return `UPDATE "customer" SET ${flag} = false FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY ${key} ORDER BY coalesce("verified_at", "created_at"), "created_at", "id"
    ) AS "proof"
    FROM "customer" WHERE ${flag} AND ${key} IS NOT NULL AND "has_account" AND "deleted_at" IS NULL
  ) AS ranked
  WHERE ranked."id" = "customer"."id" AND ranked."proof" > 1 RETURNING "customer"."id"`
}

/** Empties and soft-deletes customers. */
export const ERASE_CUSTOMERS = erase("customer", "id")

/** Empties and soft-deletes the addresses of customers. */
export const ERASE_ADDRESSES = erase("customer_address", "customer_id")

/** Accounts older than some days that never verified a contact, after an id. */
export const NEVER_VERIFIED = statement<
  { days: number; after: string; limit: number },
  { id: string }
>(
  `SELECT "id" FROM "customer"
  WHERE "has_account" AND "verified_at" IS NULL AND NOT "email_verified" AND NOT "phone_verified"
    AND "deleted_at" IS NULL AND "created_at" < now() - :days * interval '1 day' AND "id" > :after
  ORDER BY "id" LIMIT :limit`
)

function markVerified(contact: Contact, isSame: string) {
  return statement<{ ids: string[]; values: string[] }, { id: string }>(
    `UPDATE "customer" SET "${contact}_verified" = true
  FROM unnest(:ids::text[], :values::text[]) AS read("id", "value")
  WHERE "customer"."id" = read."id" AND "${contact}" = read."value" AND "deleted_at" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "customer" AS "other" WHERE ${isSame} AND "other"."${contact}_verified"
      AND "other"."deleted_at" IS NULL AND "other"."id" <> read."id")
  RETURNING "customer"."id"`
  )
}

function erase(table: keyof typeof PERSONAL_COLUMNS, customerId: string) {
  const emptied = PERSONAL_COLUMNS[table].map((column) => `"${column}" = NULL`)
  return statement<{ customer_ids: string[] }>(
    `UPDATE "${table}" SET ${emptied.join(", ")},
    "updated_at" = now(), "deleted_at" = coalesce("deleted_at", now())
  WHERE "${customerId}" = ANY(:customer_ids::text[])`
  )
}

/**
 * A customer's names and contacts as one text: `concat_ws` in words that an index can hold. `INDEXES.search` of
 * the registration module has the same words.
 */
const SEARCHED = ["first_name", "last_name", "email", "phone"]
  .map((column) => `coalesce(c."${column}" || ' ', '')`)
  .join(" || ")

/**
 * A condition of a statement over another table: the row's customer has a text in a name or a contact.
 *
 * @param customerId the column that names the customer
 * @param name of the value that the condition binds; `containing` makes it
 * @example customerContains(`r."customer_id"`, "q")
 */
export function customerContains(customerId: string, name: string): string {
  return `EXISTS (SELECT 1 FROM "customer" AS c WHERE c."id" = ${customerId} AND ${SEARCHED} ILIKE :${name})`
}

/**
 * A pattern of LIKE for texts that contain this one.
 *
 * @example containing("100%") // "%100\\%%"
 */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`
}

/** The rows of one person: the account, deleted or not, and the guests that ordered with its verified e-mail. */
export const PERSON_OF = statement<{ id: string }, CustomerContacts>(
  `SELECT ${columnList(CONTACT_FIELDS)} FROM "customer" WHERE "id" = :id
  UNION ALL
  SELECT ${columnList(CONTACT_FIELDS, "guest")} FROM "customer" AS account
  JOIN "customer" AS guest ON lower(guest."email") = lower(account."email")
    AND NOT guest."has_account" AND guest."deleted_at" IS NULL
  WHERE account."id" = :id AND account."email_verified"`
)
