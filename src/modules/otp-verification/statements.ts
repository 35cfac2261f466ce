// Limits are asked for as a JSON list of {key, max, seconds}.
const ASKED = `jsonb_to_recordset(?::jsonb) AS asked("key" text, "max" integer, "seconds" integer)`

const PERIOD = `asked."seconds" * interval '1 second'`

const RECENT = `FROM unnest(held."hits") AS hit WHERE hit > now() - excluded."period"`

// Rows are locked in the order of their keys, so that two sends cannot wait for each other.
const insert = (hits: string, used: number, from: string) =>
  `INSERT INTO "otp_limit" AS held ("key", "max", "period", "hits", "used", "expires_at")
  SELECT asked."key", asked."max", ${PERIOD}, ${hits}, ${used}, now() + ${PERIOD}
  FROM ${from} ORDER BY asked."key"`

const takePersonal = (from: string) => `${insert("ARRAY[now()]", 0, from)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "hits" = ARRAY(SELECT hit ${RECENT}) || now(),
    "expires_at" = excluded."expires_at"
  WHERE (SELECT count(*) ${RECENT}) < excluded."max"
  RETURNING "key", now()::text AS taken_at`

/** Takes a hit from each personal limit that has one left, and returns those. */
export const TAKE_PERSONAL = takePersonal(ASKED)

/** Takes a hit from each shared limit that has one left, and returns those. */
export const TAKE_SHARED = `${insert(`'{}'`, 1, ASKED)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "used" = CASE WHEN held."expires_at" <= now() THEN 1 ELSE held."used" + 1 END,
    "expires_at" = CASE WHEN held."expires_at" <= now() THEN excluded."expires_at" ELSE held."expires_at" END
  WHERE held."expires_at" <= now() OR held."used" < excluded."max"
  RETURNING "key", now()::text AS taken_at`

/** Seconds until each of the asked limits has a hit left; 0 if they all have. */
export const SECONDS_UNTIL_FREE = `SELECT greatest(0, max(ceil(extract(epoch FROM
    greatest(nth.hit + ${PERIOD}, CASE WHEN held."used" >= asked."max" THEN held."expires_at" END) - now()
  ))))::integer AS seconds
  FROM ${ASKED}
  JOIN "otp_limit" AS held ON held."key" = asked."key"
  LEFT JOIN LATERAL (
    SELECT hit FROM unnest(held."hits") AS hit WHERE hit > now() - ${PERIOD}
    ORDER BY hit DESC OFFSET asked."max" - 1 LIMIT 1
  ) AS nth ON true`

/** Locks limits. Binds their keys as a JSON list, in the order in which they were taken. */
export const LOCK_LIMITS = `SELECT 1
  FROM jsonb_array_elements_text(?::jsonb) WITH ORDINALITY AS asked("key", "nth")
  JOIN "otp_limit" AS held ON held."key" = asked."key"
  ORDER BY asked."nth" FOR UPDATE OF held`

/** Gives hits back. Binds the time stamp of the hits and the keys as a JSON list. */
export const GIVE_BACK = `UPDATE "otp_limit"
  SET "hits" = array_remove("hits", ?::timestamptz), "used" = greatest(0, "used" - 1)
  WHERE "key" IN (SELECT jsonb_array_elements_text(?::jsonb))`

/**
 * Counts an attempt on a code that may still be guessed, and charges it to the failure limit; the row that comes
 * back is one that may be compared. One statement, so that no crash and no race separates the two counts.
 * Binds id, subject, purpose and the failure limit.
 */
export const COUNT_ATTEMPT = `WITH attempt AS (
    UPDATE "otp_verification" SET "attempts" = "attempts" + 1, "updated_at" = now()
    WHERE "id" = ? AND "subject" = ? AND "purpose" = ?
      AND "consumed_at" IS NULL AND "attempts" < "max_attempts" AND "expires_at" > now()
    RETURNING "code_hash", "destination_hash"
  ), charged AS (${takePersonal(`${ASKED}, attempt`)})
  SELECT attempt.*, charged.taken_at FROM attempt LEFT JOIN charged ON true`

/** Consumes a code once, and gives the attempt's hit back. Binds id, the hit's time stamp and the limit's key. */
export const CONSUME = `WITH consumed AS (
    UPDATE "otp_verification" SET "consumed_at" = now(), "updated_at" = now()
    WHERE "id" = ? AND "consumed_at" IS NULL RETURNING "id"
  ), given_back AS (
    UPDATE "otp_limit" SET "hits" = array_remove("hits", ?::timestamptz)
    WHERE "key" = ? AND EXISTS (SELECT 1 FROM consumed)
  )
  SELECT "id" FROM consumed`

/** Why a code may not be guessed any more; no row if there is none of this id. Binds id, subject and purpose. */
export const STATE_OF_CODE = `SELECT
    "consumed_at" IS NOT NULL AS used,
    "attempts" >= "max_attempts" AS exhausted
  FROM "otp_verification" WHERE "id" = ? AND "subject" = ? AND "purpose" = ?`

/** Stores a code, in place of the live one of the same subject and purpose. */
export const STORE_CODE = `INSERT INTO "otp_verification"
    ("id", "subject", "purpose", "channel", "destination_hash", "code_hash", "max_attempts", "expires_at")
  VALUES (?, ?, ?, ?, ?, ?, ?, now() + ? * interval '1 minute')
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

/** Deletes a code, if it is still there. Binds its id. */
export const DELETE_CODE = `DELETE FROM "otp_verification" WHERE "id" = ? RETURNING "id"`

/** Deletes the live codes of a subject. Binds the subject and the purposes as a JSON list. */
export const DELETE_LIVE_CODES = `DELETE FROM "otp_verification"
  WHERE "subject" = ? AND "consumed_at" IS NULL
    AND "purpose" IN (SELECT jsonb_array_elements_text(?::jsonb))`

/** Deletes all codes of some subjects. Binds the subjects as a JSON list. */
export const DELETE_CODES_OF = `DELETE FROM "otp_verification"
  WHERE "subject" IN (SELECT jsonb_array_elements_text(?::jsonb))`

/** Deletes limits of persons, locked in the order in which sends take them. Binds their keys as a JSON list. */
export const DELETE_LIMITS = `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "key" IN (SELECT jsonb_array_elements_text(?::jsonb))
    ORDER BY "key" FOR UPDATE
  ))`

/** Deletes a batch of codes that expired more than a day ago. Binds the batch's size. */
export const PURGE_CODES = `DELETE FROM "otp_verification" WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM "otp_verification" WHERE "expires_at" < now() - interval '1 day'
    ORDER BY "expires_at" LIMIT ? FOR UPDATE SKIP LOCKED
  )) RETURNING "id"`

/** Deletes a batch of limits that hold nothing back any more. Binds the batch's size. */
export const PURGE_LIMITS = `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "expires_at" < now()
    ORDER BY "expires_at" LIMIT ? FOR UPDATE SKIP LOCKED
  )) RETURNING "key"`
