import { decodeJwt } from "../helpers/jwt"
import { enableMfa } from "../helpers/mfa"
import type { Store } from "../helpers/store"
import { loggedInCustomer, resetEvent } from "./accounts"
import { assumption, probe } from "./assumption"
import { Column, columnNames, columnsOf } from "./columns"
import { medusa } from "./medusas"

const FILE = "src/medusa/identities.ts"

/** The tables whose rows belong to an auth identity. */
const OF_AN_IDENTITY = ["provider_identity"]

const NEWER_OF_AN_IDENTITY = [
  "auth_mfa_factor",
  "auth_mfa_recovery_code",
  "auth_password_reset_token",
  "auth_verification",
]

const VERIFICATION_COLUMNS = [
  "auth_identity_id",
  "code_provider",
  "created_at",
  "deleted_at",
  "entity_id",
  "entity_type",
  "id",
  "metadata",
  "provider_metadata",
  "requested_at",
  "updated_at",
  "verified_at",
]

const TEXT: Column = { type: "text", nullable: true, default: null }
const DATE: Column = { ...TEXT, type: "timestamp with time zone" }

/** All that Medusa keeps of an auth identity. */
export const AUTH_IDENTITY: Record<string, Column> = {
  id: { ...TEXT, nullable: false },
  app_metadata: { ...TEXT, type: "jsonb" },
  created_at: { ...DATE, nullable: false, default: "now()" },
  updated_at: { ...DATE, nullable: false, default: "now()" },
  deleted_at: DATE,
}

export function identities(store: Store) {
  assumption(
    "21",
    "Medusa's emailpass hashes once for an update of an unknown e-mail and for a login of a known one, and never for a login of an unknown one",
    FILE,
    async () => {
      expect(await probe(store, "hashes")).toEqual({
        unknownUpdate: { success: false, hashes: 1 },
        knownLogin: { success: false, hashes: 1 },
        unknownLogin: { success: false, hashes: 0 },
      })
    }
  )

  assumption(
    "23a",
    "Medusa's updateAuthIdentities merges app_metadata, keeps a key that is set to null, and empties all by null",
    FILE,
    async () => {
      expect(await probe(store, "metadata")).toMatchObject({
        merged: true,
        oneKeyEmptied: { user_id: "user_1", customer_id: null },
        keyLeftOut: { user_id: "user_2", customer_id: null },
        emptied: null,
        afterwards: { user_id: "user_3" },
      })
    }
  )

  assumption(
    "23c",
    "Medusa's auth_identity table has exactly the columns that we know",
    "src/medusa/identity-claims.ts",
    async () => {
      expect(await columnsOf(store, "auth_identity")).toEqual(AUTH_IDENTITY)
    }
  )

  assumption(
    "23d",
    "Medusa keeps the second factors of an identity in auth_mfa_factor, by auth_identity_id, where its Auth module has listAuthMfa",
    "src/medusa/customer-access.ts",
    async () => {
      const columns = await columnNames(store, "auth_mfa_factor")

      expect(await probe(store, "listsFactors")).toBe(medusa.newer.mfa)
      expect(columns).toEqual(
        medusa.newer.mfa
          ? expect.arrayContaining(["auth_identity_id", "deleted_at"])
          : []
      )
    }
  )

  assumption(
    "23e",
    "Medusa keeps what it has verified in auth_verification: one row for an identity, a kind and a value, with verified_at and a column for its provider",
    "src/medusa/verification-records.ts",
    async () => {
      const columns = await columnNames(store, "auth_verification")
      const { rows } = await store.db.query<{ definition: string }>(
        `select indexdef as definition from pg_indexes
         where tablename = 'auth_verification' and indexdef like '%UNIQUE%entity_id%'`
      )

      expect(columns).toEqual(
        medusa.newer.verification ? VERIFICATION_COLUMNS : []
      )
      expect(rows).toEqual(
        medusa.newer.verification
          ? [
              {
                definition: expect.stringContaining(
                  "(auth_identity_id, entity_id, entity_type) WHERE (deleted_at IS NULL)"
                ),
              },
            ]
          : []
      )
    }
  )

  assumption(
    "23f",
    "AuthWorkflowEvents names VERIFICATION_REQUESTED where Medusa's Auth module has confirmAuthVerification; the container that the framework exports is that of requests",
    "src/medusa/verification-rules.ts",
    async () => {
      expect(await probe(store, "verifies")).toEqual({
        event: medusa.newer.verification,
        confirms: medusa.newer.verification,
        sameContainer: true,
      })
    }
  )

  assumption(
    "24",
    "A second login of the same provider and contact is refused by the database, as INVALID_DATA, whether created or renamed",
    FILE,
    async () => {
      const refused = { isMedusaError: true, type: "invalid_data" }

      expect(await probe(store, "takenLogin")).toEqual({
        create: refused,
        update: refused,
      })
    }
  )

  assumption(
    "25a",
    "Medusa's emailpass keeps its hash in provider_metadata.password, where it can be read, put back and be missing",
    FILE,
    async () => {
      expect(await probe(store, "storedPassword")).toEqual({
        keys: ["password"],
        type: "string",
        changed: [false, true],
        undone: [true, false],
        withoutPassword: null,
      })
    }
  )

  assumption(
    "25c",
    "A hash that Medusa's emailpass stored for one login opens another with the same password",
    FILE,
    async () => {
      expect(await probe(store, "movedHash")).toEqual({ opens: true })
    }
  )

  assumption(
    "25d",
    "Medusa's Auth module keeps its providers in authProviderService_; a hash that emailpass makes for another store opens a login",
    "src/medusa/hash-password.ts",
    async () => {
      expect(await probe(store, "lentProvider")).toEqual({
        keys: ["password"],
        opens: true,
      })
    }
  )

  assumption(
    "25e",
    "An object that inherits from Medusa's Auth module registers through its own getAuthIdentityProviderService",
    "src/medusa/keep-logins.ts",
    async () => {
      expect(await probe(store, "overriddenIdentities")).toEqual({
        create: "the override's",
      })
    }
  )

  assumption(
    "25f",
    "Medusa's Auth module has the ids of its providers of codes and of second factors as lists in its container, and those that set a second factor up have start",
    "src/medusa/auth-providers.ts",
    async () => {
      const newer = (ids: string[], known: boolean) => (known ? ids : null)

      expect(await probe(store, "ownProviders")).toEqual({
        codes: newer(["token"], medusa.newer.verification),
        factors: newer(["recovery_code", "totp"], medusa.newer.mfa),
        setUp: newer(["totp"], medusa.newer.mfa),
      })
    }
  )

  assumption(
    "25b",
    "Deleting an auth identity of Medusa's deletes its logins, second factors, verifications and reset tokens",
    FILE,
    async () => {
      const { email, token } = await loggedInCustomer(store)
      const id = String(decodeJwt(token).auth_identity_id)
      await resetEvent(store, email)
      if (medusa.newer.mfa) {
        await enableMfa(store, token)
      }
      const before = await rowsOf(store, id)
      expect(before).toMatchObject({
        provider_identity: 1,
        ...(medusa.newer.mfa && {
          auth_mfa_factor: 1,
          auth_password_reset_token: 1,
        }),
      })

      expect(await probe(store, "deletedIdentity", { id })).toEqual({ left: 0 })

      const tables = medusa.newer.mfa
        ? [...OF_AN_IDENTITY, ...NEWER_OF_AN_IDENTITY]
        : OF_AN_IDENTITY
      expect(await rowsOf(store, id)).toEqual(
        Object.fromEntries(tables.map((table) => [table, 0]))
      )
    }
  )
}

/** How many rows each table has that belong to an auth identity. */
async function rowsOf(
  store: Store,
  id: string
): Promise<Record<string, number>> {
  const { rows } = await store.db.query<{ table_name: string }>(
    `select table_name from information_schema.columns
     where column_name = 'auth_identity_id' and table_schema = 'public'`
  )
  const counts = rows.map(async ({ table_name }) => {
    const { rows: found } = await store.db.query<{ count: number }>(
      `select count(*)::int as count from "${table_name}" where auth_identity_id = $1`,
      [id]
    )
    return [table_name, found[0].count] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
