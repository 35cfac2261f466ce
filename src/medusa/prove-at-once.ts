import type { Contact } from "../options"
import { STORED } from "./contact-holders"
import { PROFILE_COLUMNS } from "./customer-table"
import { PROVIDERS } from "./logins"

/** The part of a statement that consumes a code if a condition holds, as a table `consumed`. */
export type ConsumedIf = (condition: string) => string

/**
 * The text of a statement that sets the flag of a contact of a customer and consumes the code that proves it: both or
 * neither. It does nothing if the customer has another value than `:value`, or if others have it on the record or pending.
 */
export function verifyOnce(contact: Contact, consumedIf: ConsumedIf): string {
  return `WITH ${soleHolder(contact, `"${contact}" = :value`)},
  ${consumedIf("EXISTS (SELECT 1 FROM holder)")}
  UPDATE "customer" SET "${contact}_verified" = true, "updated_at" = now()
  FROM consumed WHERE "customer"."id" = :customer_id
  RETURNING ${PROFILE_COLUMNS}`
}

/**
 * The text of a statement that gives a customer a new contact in place of `:old`, moves the login `:login_id` to it, if there
 * is one, and consumes the code that proves it: all or nothing. It does nothing if the customer has another contact than
 * `:old`, or if others have the new one on the record, pending or as a login. The flag is set by a statement after it: a
 * trigger drops that of a contact which changes.
 */
export function changeOnce(contact: Contact, consumedIf: ConsumedIf): string {
  const unchanged = `"${contact}" IS NOT DISTINCT FROM :old::text
      AND NOT EXISTS (
        SELECT 1 FROM "provider_identity" AS login
        WHERE login."provider" = '${PROVIDERS[contact]}' AND login."entity_id" = :value AND login."deleted_at" IS NULL
          AND login."id" IS DISTINCT FROM :login_id::text
      )`
  return `WITH ${soleHolder(contact, unchanged)},
  ${consumedIf("EXISTS (SELECT 1 FROM holder)")},
  moved AS (
    UPDATE "provider_identity" SET "entity_id" = :value, "updated_at" = now() FROM consumed
    WHERE "provider_identity"."id" = :login_id::text AND "provider_identity"."deleted_at" IS NULL
  )
  UPDATE "customer" SET "${contact}" = :value, "updated_at" = now()
  FROM consumed WHERE "customer"."id" = :customer_id
  RETURNING "customer"."id"`
}

/** A customer under a condition, locked, if nobody else has `:value` on the record or pending, as a table `holder`. */
function soleHolder(contact: Contact, condition: string): string {
  const stored = STORED[contact].replace(`"customer"`, "other")
  const pending = `AND NOT EXISTS (SELECT 1 FROM "pending_email" WHERE "customer_id" = :customer_id)
      AND NOT EXISTS (SELECT 1 FROM "pending_email" WHERE "email" = :value)`
  return `holder AS (
    SELECT 1 FROM "customer"
    WHERE "id" = :customer_id AND ${condition} AND "deleted_at" IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM "customer" AS other
        WHERE ${stored} = :value AND other."has_account" AND other."deleted_at" IS NULL AND other."id" <> :customer_id
      ) ${contact === "email" ? pending : ""}
    FOR UPDATE
  )`
}
