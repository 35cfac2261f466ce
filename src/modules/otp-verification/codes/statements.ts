import { statement } from "../../../sql"
import {
  consumePersonal,
  consumeShared,
  FULL,
  REQUESTED,
  type IssuedHit,
  type LimitColumns,
  type SendColumns,
} from "../limits/statements"

type Id = { id: string }
type CodeOf = Id & { subject: string; purpose: string }

/** What a statement is bound to that counts an attempt. */
export type AttemptColumns = CodeOf & LimitColumns

/** A code that may be compared. */
export type CountedAttempt = {
  code_hash: string
  destination_hash: string
  /** When the failure limit was charged; null if it had nothing left, or there is none. */
  hit_at: string | null
}

/**
 * The part of a statement that counts an attempt on a code that may still be guessed, and charges it to the failure limit,
 * if there is one. Its table `counted` has a row if the code may be compared. One statement, so that no crash and no race
 * separates the two counts.
 */
export const COUNTED = `attempt AS (
    UPDATE "otp_verification" SET "attempts" = "attempts" + 1, "updated_at" = now()
    WHERE "id" = :id AND "subject" = :subject AND "purpose" = :purpose
      AND "consumed_at" IS NULL AND "attempts" < "max_attempts" AND "expires_at" > now()
    RETURNING "code_hash", "destination_hash"
  ), charged AS (${consumePersonal(`${REQUESTED}, attempt`)}),
  counted AS (SELECT attempt.*, charged.hit_at FROM attempt LEFT JOIN charged ON true)`

/** Counts an attempt; a row comes back if the code may be compared. */
export const COUNT_ATTEMPT = statement<AttemptColumns, CountedAttempt>(
  `WITH ${COUNTED} SELECT * FROM counted`
)

/** What consumes a code: the attempt on it, as `COUNT_ATTEMPT` counted it. */
export type ConsumedCode = Id & {
  limit_key: string | null
  hit_at: string | null
}

/**
 * The part of a statement that consumes a code once, if a condition holds, and gives the attempt's hit of the failure
 * limit back, if there is one. Its table `consumed` has a row if it did.
 */
export const consumedIf = (condition: string) => `consumed AS (
    UPDATE "otp_verification" SET "consumed_at" = now(), "updated_at" = now()
    WHERE "id" = :id AND "consumed_at" IS NULL AND ${condition} RETURNING "id"
  ), given_back AS (
    UPDATE "otp_limit" SET "hits" = array_remove("hits", :hit_at::timestamptz)
    WHERE "key" = :limit_key AND EXISTS (SELECT 1 FROM consumed)
  )`

/** Consumes a code once. */
export const CONSUME = statement<ConsumedCode, Id>(
  `WITH ${consumedIf("true")} SELECT "id" FROM consumed`
)

/** Why a code may not be guessed any more; no row if there is none of this id. */
export const STATE_OF_CODE = statement<
  CodeOf,
  { used: boolean; exhausted: boolean }
>(
  `SELECT
    "consumed_at" IS NOT NULL AS used,
    "attempts" >= "max_attempts" AS exhausted
  FROM "otp_verification" WHERE "id" = :id AND "subject" = :subject AND "purpose" = :purpose`
)

/** A hit of a send, with the expiry of the code. */
export type IssuedRow = { expires_at: Date } & IssuedHit

const SHARED_REQUESTED = `unnest(:shared_keys::text[], :shared_maxima::integer[], :shared_seconds::integer[]) AS requested("key", "max", "seconds")`

/**
 * Consumes a hit of each limit of a send, the personal ones before the shared ones, and stores its code in place of the
 * live one of the same subject and purpose: all or nothing, and the row of a limit that all sends share is locked for this
 * statement alone. Where a limit is full, or the failures of the subject are used up, no row comes back. Where another send
 * filled one meanwhile, the division by zero undoes what was consumed: plain SQL has no other way to fail.
 *
 * @returns a row for each hit, in the order in which their rows were locked; one without a key if there is no limit
 */
export const ISSUE = statement<
  CodeOf &
    SendColumns & {
      channel: string
      destination_hash: string
      code_hash: string
      max_attempts: number
      minutes: number
    },
  IssuedRow
>(
  `WITH allowed AS (
    SELECT 1 WHERE NOT EXISTS (
      SELECT 1 FROM unnest(:all_keys::text[], :all_maxima::integer[], :all_seconds::integer[])
        AS requested("key", "max", "seconds")
      JOIN "otp_limit" AS current ON current."key" = requested."key" WHERE ${FULL}
    )
  ), personal AS (${consumePersonal(`${REQUESTED}, allowed`)}),
  shared AS (${consumeShared(
    `${SHARED_REQUESTED}, allowed WHERE cardinality(:keys::text[]) = (SELECT count(*) FROM personal)`
  )}),
  stored AS (
    INSERT INTO "otp_verification"
      ("id", "subject", "purpose", "channel", "destination_hash", "code_hash", "max_attempts", "expires_at")
    SELECT :id, :subject, :purpose, :channel, :destination_hash, :code_hash, :max_attempts::integer,
      now() + :minutes * interval '1 minute'
    FROM allowed WHERE cardinality(:keys::text[]) = (SELECT count(*) FROM personal)
      AND cardinality(:shared_keys::text[]) = (SELECT count(*) FROM shared)
    ON CONFLICT ("subject", "purpose") WHERE "consumed_at" IS NULL DO UPDATE SET
      "id" = excluded."id",
      "channel" = excluded."channel",
      "destination_hash" = excluded."destination_hash",
      "code_hash" = excluded."code_hash",
      "attempts" = 0,
      "max_attempts" = excluded."max_attempts",
      "expires_at" = excluded."expires_at",
      "created_at" = now(),
      "updated_at" = now()
    RETURNING "expires_at"
  ), hits AS (
    SELECT "key", "hit_at", NULL::integer AS "used", NULL::text AS "until" FROM personal
    UNION ALL SELECT * FROM shared
  )
  SELECT stored."expires_at", hits.*, 1 / (SELECT count(*) FROM stored) AS "complete"
  FROM allowed LEFT JOIN stored ON true LEFT JOIN hits ON true
  ORDER BY hits."used" IS NOT NULL, hits."key"`
)

/** Deletes a code, if it is still there. */
export const DELETE_CODE = statement<Id, Id>(
  `DELETE FROM "otp_verification" WHERE "id" = :id RETURNING "id"`
)

/** Deletes the live codes of some subjects that are for some purposes. */
export const DELETE_LIVE_CODES = statement<{
  subjects: string[]
  purposes: readonly string[]
}>(
  `DELETE FROM "otp_verification"
  WHERE "subject" = ANY(:subjects::text[]) AND "consumed_at" IS NULL
    AND "purpose" = ANY(:purposes::text[])`
)

/** Deletes all codes of some subjects. */
export const DELETE_CODES_OF = statement<{ subjects: string[] }>(
  `DELETE FROM "otp_verification"
  WHERE "subject" = ANY(:subjects::text[])`
)

/** Deletes a batch of codes that expired more than a day ago. */
export const PURGE_CODES = statement<{ limit: number }, Id>(
  `DELETE FROM "otp_verification" WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM "otp_verification" WHERE "expires_at" < now() - interval '1 day'
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "id"`
)
