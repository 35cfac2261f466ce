import { randomUUID } from "node:crypto"
import type {
  AuthIdentityDTO,
  MedusaContainer,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { statement } from "../sql"
import { PROVIDERS } from "./logins"

/** Reserved for fictional use (NANPA 555-01xx): no customer can have it. */
const FICTIONAL_PHONE = "+12025550100"

/**
 * Checks a password with the provider that keeps it.
 *
 * @param value the contact exactly as its login is stored
 * @returns the auth identity if the password is right
 * @example const identity = await checkPassword(container, "email", "jane@example.com", password)
 */
export async function checkPassword(
  container: MedusaContainer,
  contact: Contact,
  value: string,
  password: string
): Promise<AuthIdentityDTO | undefined> {
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate(PROVIDERS[contact], { body: { [contact]: value, password } })
  return success ? authIdentity : undefined
}

/**
 * Does the work of `checkPassword` for a login that does not exist, so that the time does not tell. The providers do it
 * themselves: it costs what they are configured to cost.
 *
 * @example await imitateCheck(container, "email", password)
 */
export async function imitateCheck(
  container: MedusaContainer,
  contact: Contact,
  password: string
): Promise<void> {
  await IMITATIONS[contact](container, password)
}

const IMITATIONS: Record<
  Contact,
  (container: MedusaContainer, password: string) => Promise<unknown>
> = {
  // Medusa's emailpass hashes nothing at the login of an unknown e-mail, but before it looks for one to update.
  email: (container, password) =>
    container
      .resolve(Modules.AUTH)
      .updateProvider(PROVIDERS.email, { entity_id: randomUUID(), password }),
  phone: (container, password) =>
    checkPassword(container, "phone", FICTIONAL_PHONE, password),
}

/**
 * The hash of a provider identity of `emailpass` or `phonepass`: both keep it under this key.
 *
 * @example hashOf(providerIdentity)
 */
export function hashOf({
  provider_metadata,
}: Pick<ProviderIdentityDTO, "provider_metadata">): string | undefined {
  const hash = provider_metadata?.password
  return typeof hash === "string" ? hash : undefined
}

/**
 * Whether a provider identity of `emailpass` or `phonepass` has a password.
 *
 * @example hasPassword(providerIdentity)
 */
export function hasPassword(
  login: Pick<ProviderIdentityDTO, "provider_metadata">
): boolean {
  return hashOf(login) !== undefined
}

/**
 * New password hashes in place of old ones: `id` and `hash` of a provider identity, `next` in the place of `hash`, or of
 * whatever is there. Without `next`, there is no password any more.
 */
export type PasswordSwap = {
  id: string
  hash: string | null
  next: string | null
}

/**
 * Replaces password hashes, all of them or, if one is not stored any more, none. `emailpass` and `phonepass` keep it under
 * the key `password`.
 */
export const SWAP_PASSWORDS = statement<
  { ids: string[]; hashes: (string | null)[]; next: (string | null)[] },
  { id: string }
>(
  `WITH swap AS (
    SELECT * FROM unnest(:ids::text[], :hashes::text[], :next::text[]) AS swap("id", "hash", "next")
  ), current AS (
    SELECT login."id", swap."next" FROM "provider_identity" AS login JOIN swap ON swap."id" = login."id"
    WHERE (swap."hash" IS NULL OR login."provider_metadata" ->> 'password' = swap."hash") AND login."deleted_at" IS NULL
    ORDER BY login."id" FOR UPDATE OF login
  )
  UPDATE "provider_identity" AS login
  SET "provider_metadata" = (coalesce(login."provider_metadata", '{}') - 'password')
    || CASE WHEN current."next" IS NULL THEN '{}' ELSE jsonb_build_object('password', current."next") END, "updated_at" = now()
  FROM current WHERE login."id" = current."id" AND (SELECT count(*) FROM current) = cardinality(:ids::text[])
  RETURNING login."id"`
)

/**
 * Takes the password off the other logins of the auth identities that these logins belong to: one that was added with the
 * old password, at the moment at which that was replaced, would keep it.
 */
export const DROP_OTHER_PASSWORDS = statement<{
  ids: string[]
  providers: string[]
}>(
  `UPDATE "provider_identity" AS login
  SET "provider_metadata" = login."provider_metadata" - 'password', "updated_at" = now()
  WHERE login."auth_identity_id" IN (SELECT "auth_identity_id" FROM "provider_identity" WHERE "id" = ANY(:ids::text[]))
    AND login."id" <> ALL(:ids::text[]) AND login."provider" = ANY(:providers::text[])
    AND login."provider_metadata" ->> 'password' IS NOT NULL AND login."deleted_at" IS NULL`
)
