import type { Contact } from "../options"
import { statement, type Statement } from "../sql"
import { CONTACT_COLUMNS, type CustomerContacts } from "./customer-table"

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
