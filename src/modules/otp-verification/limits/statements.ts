import { statement } from "../../../sql"

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

/** A hit of a send, if it has limits. Those of personal limits have no count. */
export type IssuedHit =
  SharedHit | (Hit & { used: null; until: null }) | { key: null }

/** Limits, column by column. */
export type LimitColumns = {
  keys: string[]
  /** Hits that each allows in its period. */
  maxima: number[]
  /** The period of each. */
  seconds: number[]
}

/** The limits of a send, column by column. */
export type SendColumns = LimitColumns & {
  shared_keys: string[]
  shared_maxima: number[]
  shared_seconds: number[]
  /** Those of above, and the limit on wrong codes. */
  all_keys: string[]
  all_maxima: number[]
  all_seconds: number[]
}

// Arrays, whose length the planner knows: of a JSON list it expects a hundred rows, and reads a table of up to 30,000
// limits from end to end.
/** Limits, as rows, of the columns of a statement. */
export const REQUESTED = `unnest(:keys::text[], :maxima::integer[], :seconds::integer[]) AS requested("key", "max", "seconds")`

const PERIOD = `requested."seconds" * interval '1 second'`

const RECENT = `FROM unnest(current."hits") AS hit WHERE hit > now() - excluded."period"`

// Rows are locked in the order of their keys, so that two sends cannot wait for each other.
const insert = (hits: string, used: number, from: string) =>
  `INSERT INTO "otp_limit" AS current ("key", "max", "period", "hits", "used", "expires_at")
  SELECT requested."key", requested."max", ${PERIOD}, ${hits}, ${used}, now() + ${PERIOD}
  FROM ${from} ORDER BY requested."key"`

/** Consumes a hit of each personal limit of a list that has one left. */
export const consumePersonal = (from: string) =>
  `${insert("ARRAY[now()]", 0, from)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "hits" = ARRAY(SELECT hit ${RECENT}) || now(),
    "expires_at" = excluded."expires_at"
  WHERE (SELECT count(*) ${RECENT}) < excluded."max"
  RETURNING "key", now()::text AS hit_at`

/** Consumes a hit of each shared limit of a list that has one left. */
export const consumeShared = (from: string) =>
  `${insert(`'{}'`, 1, from)}
  ON CONFLICT ("key") DO UPDATE SET
    "max" = excluded."max",
    "period" = excluded."period",
    "used" = CASE WHEN current."expires_at" <= now() THEN 1 ELSE current."used" + 1 END,
    "expires_at" = CASE WHEN current."expires_at" <= now() THEN excluded."expires_at" ELSE current."expires_at" END
  WHERE current."expires_at" <= now() OR current."used" < excluded."max"
  RETURNING "key", now()::text AS hit_at, "used", "expires_at"::text AS until`

/** Consumes a hit of each personal limit that has one left, and returns those. */
export const CONSUME_PERSONAL = statement<LimitColumns, Hit>(
  consumePersonal(REQUESTED)
)

/** Consumes a hit of each shared limit that has one left, and returns those. */
export const CONSUME_SHARED = statement<LimitColumns, SharedHit>(
  consumeShared(REQUESTED)
)

/** Whether a limit, `current`, has no hit left, be it a personal or a shared one. */
export const FULL = `(
  current."used" >= requested."max" AND current."expires_at" > now()
  OR requested."max" <= (SELECT count(*) FROM unnest(current."hits") AS hit WHERE hit > now() - ${PERIOD})
)`

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

/** Gives hits back. Rows are locked in the order in which their keys are given, as a send locks them. */
export const GIVE_BACK = statement<{ keys: string[]; hit_at: string | null }>(
  `UPDATE "otp_limit"
  SET "hits" = array_remove("hits", :hit_at::timestamptz), "used" = greatest(0, "used" - 1)
  WHERE "key" = ANY(ARRAY(
    SELECT current."key" FROM unnest(:keys::text[]) WITH ORDINALITY AS requested("key", "nth")
    JOIN "otp_limit" AS current ON current."key" = requested."key"
    ORDER BY requested."nth" FOR UPDATE OF current
  ))`
)

/** Deletes limits, locked in the order in which sends consume them. */
export const DELETE_LIMITS = statement<{ keys: string[] }>(
  `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "key" = ANY(:keys::text[])
    ORDER BY "key" FOR UPDATE
  ))`
)

/** Deletes a batch of limits that nothing counts for any more. */
export const PURGE_LIMITS = statement<{ limit: number }, { key: string }>(
  `DELETE FROM "otp_limit" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "otp_limit" WHERE "expires_at" < now()
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "key"`
)
