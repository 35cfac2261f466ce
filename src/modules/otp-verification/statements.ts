import { statement } from "../../sql"
type Id = { id: string }
type CodeOf = Id & { subject: string; purpose: string }
/** A hit that a limit took. */
export type Hit = {
  key: string
  /** The database's time stamp of the hit, in full precision. */
  hit_at: string
}

/** A hit of a limit that counts in windows. */
export type SharedHit = Hit & {
  /** The hits of the window, this one included. */
  used: number
  /** The end of the window, by the database's clock. */
  until: string
}

/** Limits, column by column. */
export type LimitColumns = {
  keys: string[]
  /** Hits that each allows in its period. */
  maxima: number[]
  /** The period of each. */
  seconds: number[]
}

// Arrays, whose length the planner knows: of a JSON list it expects a hundred rows, and reads a table of up to 30,000
// limits from end to end.
const REQUESTED = `unnest(:keys::text[], :maxima::integer[], :seconds::integer[]) AS requested("key", "max", "seconds")`

const PERIOD = `requested."seconds" * interval '1 second'`

const RECENT = `FROM unnest(current."hits") AS hit WHERE hit > now() - excluded."period"`

// Rows are locked in the order of their keys, so that two sends cannot wait for each other.
const insert = (hits: string, used: number, from: string) =>
  `INSERT INTO "otp_limit" AS current ("key", "max", "period", "hits", "used", "expires_at")
  SELECT requested."key", requested."max", ${PERIOD}, ${hits}, ${used}, now() + ${PERIOD}
  FROM ${from} ORDER BY requested."key"`

const consumePersonal = (from: string) =>
  `${insert("ARRAY[now()]", 0, from)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "hits" = ARRAY(SELECT hit ${RECENT}) || now(),
    "expires_at" = excluded."expires_at"
  WHERE (SELECT count(*) ${RECENT}) < excluded."max"
  RETURNING "key", now()::text AS hit_at`

/** Consumes a hit of each personal limit that has one left, and returns those. */
export const CONSUME_PERSONAL = statement<LimitColumns, Hit>(
  consumePersonal(REQUESTED)
)

/** Consumes a hit of each shared limit that has one left, and returns those. */
export const CONSUME_SHARED = statement<LimitColumns, SharedHit>(
  `${insert(`'{}'`, 1, REQUESTED)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "used" = CASE WHEN current."expires_at" <= now() THEN 1 ELSE current."used" + 1 END,
    "expires_at" = CASE WHEN current."expires_at" <= now() THEN excluded."expires_at" ELSE current."expires_at" END
  WHERE current."expires_at" <= now() OR current."used" < excluded."max"
  RETURNING "key", now()::text AS hit_at, "used", "expires_at"::text AS until`
)

/** Seconds until each of some limits has a hit left; 0 if they all have, or there are none. Always one row. */
export const SECONDS_UNTIL_FREE = statement<LimitColumns, { seconds: number }>(
  `SELECT greatest(0, max(ceil(extract(epoch FROM
    greatest(nth.hit + ${PERIOD}, CASE WHEN current."used" >= requested."max" THEN current."expires_at" END) - now()
  ))))::integer AS seconds
  FROM ${REQUESTED}
  JOIN "otp_limit" AS current ON current."key" = requested."key"
  LEFT JOIN LATERAL (
    SELECT hit FROM unnest(current."hits") AS hit WHERE hit > now() - ${PERIOD}
    ORDER BY hit DESC OFFSET requested."max" - 1 LIMIT 1
  ) AS nth ON true`
)

/** Locks limits, in the order in which their keys are given. */
export const LOCK_LIMITS = statement<{ keys: string[] }>(
  `SELECT 1
  FROM unnest(:keys::text[]) WITH ORDINALITY AS requested("key", "nth")
  JOIN "otp_limit" AS current ON current."key" = requested."key"
  ORDER BY requested."nth" FOR UPDATE OF current`
)

/** Gives hits back. */
export const GIVE_BACK = statement<{ keys: string[]; hit_at: string | null }>(
  `UPDATE "otp_limit"
  SET "hits" = array_remove("hits", :hit_at::timestamptz), "used" = greatest(0, "used" - 1)
  WHERE "key" = ANY(:keys::text[])`
)

/**
 * Counts an attempt on a code that may still be guessed, and charges it to the failure limit, if there is one; the row
 * that comes back is one that may be compared. One statement, so that no crash and no race separates the two counts.
 */
export const COUNT_ATTEMPT = statement<
  CodeOf & LimitColumns,
  {
    code_hash: string
    destination_hash: string
    /** When the failure limit was charged; null if it had nothing left, or there is none. */
    hit_at: string | null
  }
>(
  `WITH attempt AS (
    UPDATE "otp_verification" SET "attempts" = "attempts" + 1, "updated_at" = now()
    WHERE "id" = :id AND "subject" = :subject AND "purpose" = :purpose
      AND "consumed_at" IS NULL AND "attempts" < "max_attempts" AND "expires_at" > now()
    RETURNING "code_hash", "destination_hash"
  ), charged AS (${consumePersonal(`${REQUESTED}, attempt`)})
  SELECT attempt.*, charged.hit_at FROM attempt LEFT JOIN charged ON true`
)

/** Consumes a code once, and gives the attempt's hit of the failure limit back, if there is one. */
export const CONSUME = statement<
  Id & { limit_key: string | null; hit_at: string | null },
  Id
>(
  `WITH consumed AS (
    UPDATE "otp_verification" SET "consumed_at" = now(), "updated_at" = now()
    WHERE "id" = :id AND "consumed_at" IS NULL RETURNING "id"
  ), given_back AS (
    UPDATE "otp_limit" SET "hits" = array_remove("hits", :hit_at::timestamptz)
    WHERE "key" = :limit_key AND EXISTS (SELECT 1 FROM consumed)
  )
  SELECT "id" FROM consumed`
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

/** Stores a code, in place of the live one of the same subject and purpose. Always one row. */
export const STORE_CODE = statement<
  CodeOf & {
    channel: string
    destination_hash: string
    code_hash: string
    max_attempts: number
    minutes: number
  },
  { expires_at: Date }
>(
  `INSERT INTO "otp_verification"
    ("id", "subject", "purpose", "channel", "destination_hash", "code_hash", "max_attempts", "expires_at")
  VALUES (:id, :subject, :purpose, :channel, :destination_hash, :code_hash, :max_attempts,
    now() + :minutes * interval '1 minute')
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
  RETURNING "expires_at"`
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
    AND "purpose" IN (SELECT jsonb_array_elements_text(:purposes::jsonb))`
)

/** Deletes all codes of some subjects. */
export const DELETE_CODES_OF = statement<{ subjects: string[] }>(
  `DELETE FROM "otp_verification"
  WHERE "subject" IN (SELECT jsonb_array_elements_text(:subjects::jsonb))`
)

/** Deletes limits, locked in the order in which sends consume them. */
export const DELETE_LIMITS = statement<{ keys: string[] }>(
  `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "key" = ANY(:keys::text[])
    ORDER BY "key" FOR UPDATE
  ))`
)

/** Deletes a batch of codes that expired more than a day ago. */
export const PURGE_CODES = statement<{ limit: number }, Id>(
  `DELETE FROM "otp_verification" WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM "otp_verification" WHERE "expires_at" < now() - interval '1 day'
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "id"`
)

/** Deletes a batch of limits that nothing counts for any more. */
export const PURGE_LIMITS = statement<{ limit: number }, { key: string }>(
  `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "expires_at" < now()
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "key"`
)
