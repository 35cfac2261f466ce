import { generateEntityId } from "@medusajs/framework/utils"
import type { Contact } from "../contact"
import { execute, executeOne, statement, type Executor } from "../sql"

/** The kinds of things that Medusa verifies which are contacts of a customer. A store's rules may name others. */
export const ENTITY_TYPES: ReadonlyMap<string, Contact> = new Map([
  ["email", "email"],
  ["phone", "phone"],
  ["phone_number", "phone"],
])

/** What the plugin keeps in a record of Medusa's. Nothing in it is secret: clients get it with Medusa's answers. */
type OwnMetadata = {
  /** The contact that the record is about: with its flag, the record goes. */
  customer_registration: Contact
  /** The code that was sent last, by its id. */
  code?: string
  /** Whether it was issued to the customer themself. */
  own?: boolean
}

/** What Medusa's Auth module keeps of a verification. */
export type VerificationRecord = {
  id: string
  auth_identity_id: string
  entity_id: string
  entity_type: string
  code_provider: string
  requested_at: Date
  verified_at: Date | null
  provider_metadata: OwnMetadata | null
}

const COLUMNS = `record."id", record."auth_identity_id", record."entity_id", record."entity_type", record."code_provider",
  record."requested_at", record."verified_at", record."provider_metadata"`

const UNIQUE = `("auth_identity_id", "entity_id", "entity_type") WHERE "deleted_at" IS NULL`

/** A contact that a customer has proven, as Medusa is to know it. */
export type ProvenEntity = {
  contact: Contact
  /** The contact on the record. */
  stored: string
  entity_id: string
  entity_type: string
}

type ProofColumns = {
  auth_identity_id: string
  customer_id: string
  code_provider: string
  ids: string[]
  contacts: string[]
  stored: string[]
  entity_ids: string[]
  entity_types: string[]
}

/**
 * Records what a customer has proven, where their flags say so in this moment. The customer stays locked meanwhile: a
 * change of the contact, whose trigger deletes the records, comes before or after.
 */
export const RECORD_PROOFS = statement<ProofColumns, VerificationRecord>(
  `WITH holder AS (
    SELECT "email", "phone", "email_verified", "phone_verified" FROM "customer"
    WHERE "id" = :customer_id AND "deleted_at" IS NULL FOR SHARE
  )
  INSERT INTO "auth_verification" AS record
    ("id", "auth_identity_id", "entity_id", "entity_type", "code_provider", "verified_at", "requested_at", "provider_metadata")
  SELECT proven."id", :auth_identity_id, proven."entity_id", proven."entity_type", :code_provider, now(), now(),
    jsonb_build_object('customer_registration', proven."contact")
  FROM holder JOIN unnest(:ids::text[], :contacts::text[], :stored::text[], :entity_ids::text[], :entity_types::text[])
    AS proven("id", "contact", "stored", "entity_id", "entity_type")
  ON CASE proven."contact"
    WHEN 'email' THEN holder."email_verified" AND holder."email" = proven."stored"
    ELSE holder."phone_verified" AND holder."phone" = proven."stored"
  END
  ON CONFLICT ${UNIQUE} DO UPDATE SET
    "verified_at" = coalesce(record."verified_at", now()), "updated_at" = now(),
    "provider_metadata" = coalesce(record."provider_metadata", '{}') || excluded."provider_metadata"
  RETURNING ${COLUMNS}`
)

/**
 * Records what a customer has proven, for Medusa's own rules.
 *
 * @returns the records; none for what is not proven any more
 * @example await recordEntities(container, { auth_identity_id, customer_id, code_provider: "otp" }, proven)
 */
export async function recordEntities(
  executor: Executor,
  of: Pick<ProofColumns, "auth_identity_id" | "customer_id" | "code_provider">,
  proven: ProvenEntity[]
): Promise<VerificationRecord[]> {
  // One statement may not write a row twice.
  const all = new Map(
    proven.map((one) => [`${one.entity_type} ${one.entity_id}`, one])
  )
  const entities = [...all.values()]
  return entities.length
    ? await execute(executor, RECORD_PROOFS, {
        ...of,
        ids: entities.map(() => generateEntityId(undefined, "authver")),
        contacts: entities.map(({ contact }) => contact),
        stored: entities.map(({ stored }) => stored),
        entity_ids: entities.map(({ entity_id }) => entity_id),
        entity_types: entities.map(({ entity_type }) => entity_type),
      })
    : []
}

type RequestColumns = {
  id: string
  auth_identity_id: string
  entity_id: string
  entity_type: string
  code_provider: string
  provider_metadata: string
}

/** Records that a code went out. What was verified stays so. */
export const RECORD_REQUEST = statement<RequestColumns, VerificationRecord>(
  `INSERT INTO "auth_verification" AS record
    ("id", "auth_identity_id", "entity_id", "entity_type", "code_provider", "requested_at", "provider_metadata")
  VALUES (:id, :auth_identity_id, :entity_id, :entity_type, :code_provider, now(), :provider_metadata::jsonb)
  ON CONFLICT ${UNIQUE} DO UPDATE SET
    "code_provider" = excluded."code_provider", "requested_at" = now(), "updated_at" = now(),
    "provider_metadata" = excluded."provider_metadata"
  RETURNING ${COLUMNS}`
)

/**
 * Records that a code went out.
 *
 * @example await recordRequest(container, { auth_identity_id, entity_id, entity_type, code_provider }, metadata)
 */
export async function recordRequest(
  executor: Executor,
  requested: Omit<RequestColumns, "id" | "provider_metadata">,
  metadata: OwnMetadata
): Promise<VerificationRecord> {
  const [record] = await execute(executor, RECORD_REQUEST, {
    ...requested,
    id: generateEntityId(undefined, "authver"),
    provider_metadata: JSON.stringify(metadata),
  })
  return record
}

type RequestOf = { auth_identity_id: string; code_provider: string }

/** The newest request of an identity for which a code went out. */
export const LAST_REQUEST = statement<RequestOf, VerificationRecord>(
  `SELECT ${COLUMNS} FROM "auth_verification" AS record
  WHERE record."auth_identity_id" = :auth_identity_id AND record."code_provider" = :code_provider
    AND record."provider_metadata"->>'code' IS NOT NULL AND record."deleted_at" IS NULL
  ORDER BY record."requested_at" DESC LIMIT 1`
)

/**
 * The newest request of an identity for which a code went out.
 *
 * @returns nothing if there is none, or its contact has changed since
 * @example const record = await lastRequest(container, { auth_identity_id, code_provider: "otp" })
 */
export async function lastRequest(
  executor: Executor,
  of: RequestOf
): Promise<VerificationRecord | undefined> {
  return await executeOne(executor, LAST_REQUEST, of)
}
