import type {
  AuthIdentityDTO,
  ProviderIdentityDTO,
} from "@medusajs/framework/types"
import { statement } from "../sql"

/** An auth identity with its provider identities, as Medusa's Auth module answers it in two statements. */
export type StoredIdentity = Omit<AuthIdentityDTO, "provider_identities"> & {
  provider_identities: ProviderIdentityDTO[]
  /** Whether there is a row of its customer, be it of a deleted one. */
  has_customer: boolean
}

/** An auth identity. */
export const IDENTITY_OF = identities<{ id: string }>(`identity."id" = :id`)

/** The auth identities of a customer. */
export const IDENTITIES_OF_CUSTOMER = identities<{ customer_id: string }>(
  `identity."app_metadata"->>'customer_id' = :customer_id`
)

/** The auth identity that a provider knows by a name: an e-mail, a phone. */
export const IDENTITY_BY_LOGIN = identities<{
  provider: string
  entity_id: string
}>(
  `identity."id" = (
    SELECT "auth_identity_id" FROM "provider_identity"
    WHERE "provider" = :provider AND "entity_id" = :entity_id AND "deleted_at" IS NULL
  )`
)

function identities<Bindings extends Record<string, string>>(found: string) {
  return statement<Bindings, StoredIdentity>(
    `SELECT identity."id", identity."app_metadata",
      EXISTS (
        SELECT 1 FROM "customer" WHERE "customer"."id" = identity."app_metadata"->>'customer_id'
      ) AS "has_customer",
      coalesce(own."logins", '[]') AS "provider_identities"
    FROM "auth_identity" AS identity
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object(
        'id', login."id", 'auth_identity_id', login."auth_identity_id", 'provider', login."provider",
        'entity_id', login."entity_id", 'user_metadata', login."user_metadata",
        'provider_metadata', login."provider_metadata"
      ) ORDER BY login."id") AS "logins"
      FROM "provider_identity" AS login
      WHERE login."auth_identity_id" = identity."id" AND login."deleted_at" IS NULL
    ) AS own ON true
    WHERE ${found} AND identity."deleted_at" IS NULL ORDER BY identity."id"`
  )
}
