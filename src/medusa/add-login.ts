import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { executeOne, statement } from "../sql"
import { PROVIDERS } from "./logins"

/** A login for an auth identity, made of a password that another of its logins has. */
export type AddedLogin = {
  contact: Contact
  /** The contact, as the login is stored. */
  value: string
  /** Hash of the password, as the provider of `contact` makes it. */
  password: string
  /** The login whose password was found right, and the hash that it had then. */
  checked: { id: string; password: string }
}

/**
 * Adds a login to the auth identity of another, or gives it a password if it has none, as long as the other's password is
 * still the one that was checked: a password that is changed at this moment must not live on in a new login.
 */
export const ADD_LOGIN = statement<
  {
    id: string
    provider: string
    entity_id: string
    password: string
    checked_id: string
    checked_password: string
  },
  { id: string }
>(
  `WITH checked AS (
    SELECT "auth_identity_id" FROM "provider_identity"
    WHERE "id" = :checked_id AND "provider_metadata" ->> 'password' = :checked_password AND "deleted_at" IS NULL
    FOR UPDATE
  ), completed AS (
    UPDATE "provider_identity" AS login SET "updated_at" = now(),
      "provider_metadata" = coalesce(login."provider_metadata", '{}') || jsonb_build_object('password', :password::text)
    FROM checked WHERE login."auth_identity_id" = checked."auth_identity_id" AND login."provider" = :provider
      AND login."entity_id" = :entity_id AND login."provider_metadata" ->> 'password' IS NULL AND login."deleted_at" IS NULL
    RETURNING login."id"
  ), added AS (
    INSERT INTO "provider_identity" ("id", "provider", "entity_id", "auth_identity_id", "provider_metadata")
    SELECT :id, :provider, :entity_id, checked."auth_identity_id", jsonb_build_object('password', :password::text)
    FROM checked WHERE NOT EXISTS (SELECT 1 FROM completed)
    ON CONFLICT DO NOTHING
    RETURNING "id"
  )
  SELECT "id" FROM completed UNION ALL SELECT "id" FROM added`
)

/**
 * Adds a login to the auth identity of another one whose password is the same.
 *
 * @returns whether it did; not if somebody logs in with the contact already, or if the other password has changed since
 * @example await addLogin(container, { contact: "phone", value: "+12133734253", password: hash, checked })
 */
export async function addLogin(
  container: MedusaContainer,
  { contact, value, password, checked }: AddedLogin
): Promise<boolean> {
  const added = await executeOne(container, ADD_LOGIN, {
    id: generateEntityId(undefined, "provid"),
    provider: PROVIDERS[contact],
    entity_id: value,
    password,
    checked_id: checked.id,
    checked_password: checked.password,
  })
  return Boolean(added)
}
