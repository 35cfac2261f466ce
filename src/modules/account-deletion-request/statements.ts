import {
  OPEN_STATUSES,
  sourcesOf,
  type AccountDeletionStatus,
} from "./transitions"

const TABLE = `"account_deletion_request"`

const list = (statuses: AccountDeletionStatus[]) =>
  statuses.map((status) => `'${status}'`).join(", ")

/** Holds where a request may move to this status. */
const may = (target: AccountDeletionStatus) =>
  `"status" IN (${list(sourcesOf(target))})`

/** Holds while nobody has begun to erase the customer. */
const NOT_STARTED = `"started_at" IS NULL`

/** Holds unless a worker is at it. */
const UNLOCKED = `("locked_until" IS NULL OR "locked_until" <= now())`

/**
 * Opens a request, or finds the pending one and takes its new reason; no row if it is confirmed already.
 * Binds id, customer and reason.
 */
export const OPEN = `INSERT INTO ${TABLE} AS held ("id", "customer_id", "reason") VALUES (?, ?, ?)
  ON CONFLICT ("customer_id") WHERE "status" IN (${list(OPEN_STATUSES)}) DO UPDATE SET
    "reason" = coalesce(excluded."reason", held."reason"), "updated_at" = now()
  WHERE held.${may("confirmed")}
  RETURNING *, xmax = 0 AS created, "updated_at"::text AS opened_at,
    (SELECT "reason" FROM ${TABLE} AS old WHERE old."id" = held."id") AS old_reason`

/** Deletes a request that nothing has happened to since it was opened. Binds id and the opening's time stamp. */
export const CLOSE = `DELETE FROM ${TABLE}
  WHERE "id" = ? AND "status" = 'pending' AND "updated_at" = ?::timestamptz`

/** Gives a found request its old reason back. Binds the reason, id and the opening's time stamp. */
export const RESTORE_REASON = `UPDATE ${TABLE} SET "reason" = ?, "updated_at" = now()
  WHERE "id" = ? AND "status" = 'pending' AND "updated_at" = ?::timestamptz`

/** The request of a customer that is not over. Binds the customer. */
export const OPEN_OF = `SELECT * FROM ${TABLE} WHERE "customer_id" = ? AND "status" IN (${list(OPEN_STATUSES)})`

/** Confirms a customer's request. Binds the days until it is due, and the customer. */
export const CONFIRM = `UPDATE ${TABLE} SET
    "status" = 'confirmed', "confirmed_at" = now(), "updated_at" = now(),
    "scheduled_at" = now() + days.period, "next_attempt_at" = now() + days.period
  FROM (SELECT ? * interval '1 day' AS period) AS days
  WHERE "customer_id" = ? AND ${may("confirmed")}
  RETURNING ${TABLE}.*`

/** Takes a confirmation back. Binds id. */
export const UNCONFIRM = `UPDATE ${TABLE} SET
    "status" = 'pending', "confirmed_at" = NULL, "scheduled_at" = NULL, "next_attempt_at" = NULL, "updated_at" = now()
  WHERE "id" = ? AND "status" = 'confirmed' AND ${NOT_STARTED}`

/** Cancels a request, unless its execution has begun. Binds id. */
export const CANCEL = `UPDATE ${TABLE} SET
    "status" = 'cancelled', "cancelled_at" = now(), "next_attempt_at" = NULL, "updated_at" = now()
  WHERE "id" = ? AND ${may("cancelled")} AND ${NOT_STARTED}
  RETURNING *`

/** Takes a cancellation back, unless the customer has asked anew. Binds id. */
export const UNCANCEL = `UPDATE ${TABLE} AS held SET
    "status" = CASE WHEN "confirmed_at" IS NULL THEN 'pending' ELSE 'confirmed' END,
    "cancelled_at" = NULL, "next_attempt_at" = "scheduled_at", "updated_at" = now()
  WHERE "id" = ? AND "status" = 'cancelled' AND NOT EXISTS (
    SELECT 1 FROM ${TABLE} AS other
    WHERE other."customer_id" = held."customer_id" AND other."status" IN (${list(OPEN_STATUSES)})
  )`

/**
 * Empties the reasons of all requests of some customers and cancels the pending ones, which it returns. Binds the
 * customers as a JSON list.
 */
export const FORGET = `WITH forgotten AS (
    UPDATE ${TABLE} AS held SET
      "status" = CASE WHEN old."pending" THEN 'cancelled' ELSE held."status" END,
      "cancelled_at" = CASE WHEN old."pending" THEN now() ELSE held."cancelled_at" END,
      "reason" = NULL, "updated_at" = now()
    FROM (
      SELECT "id", ${may("confirmed")} AS "pending" FROM ${TABLE}
      WHERE "customer_id" IN (SELECT jsonb_array_elements_text(?::jsonb))
        AND ("reason" IS NOT NULL OR ${may("confirmed")})
      FOR UPDATE
    ) AS old
    WHERE held."id" = old."id"
    RETURNING held."id", held."customer_id", old."pending"
  ) SELECT "id", "customer_id" FROM forgotten WHERE "pending"`

/** Until then no other worker gets a request, should this one crash. */
const LEASE = `"locked_until" = now() + interval '10 minutes', "updated_at" = now()`

const CLAIM = `UPDATE ${TABLE} SET "attempts" = "attempts" + 1, ${LEASE}`

const CLAIMED = `RETURNING "id", "customer_id", "attempts"`

/** Claims a batch of due requests that no other worker is at. Binds the batch's size. */
export const CLAIM_DUE = `${CLAIM} WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM ${TABLE}
    WHERE "status" = 'confirmed' AND "next_attempt_at" <= now() AND ${UNLOCKED}
    ORDER BY "next_attempt_at" LIMIT ? FOR UPDATE SKIP LOCKED
  )) ${CLAIMED}`

/** Claims one request, due or not. Binds id. */
export const CLAIM_ONE = `${CLAIM} WHERE "id" = ? AND ${may("completed")} AND ${UNLOCKED} ${CLAIMED}`

/** Begins the execution of a claimed request, if nobody has overtaken or cancelled it. Binds id and attempt. */
export const BEGIN = `UPDATE ${TABLE} SET "started_at" = coalesce("started_at", now()), ${LEASE}
  WHERE "id" = ? AND "attempts" = ? AND ${may("completed")}
  RETURNING "id"`

/** Completes a request, once, if no other worker has overtaken. Binds id and attempt. */
export const COMPLETE = `UPDATE ${TABLE} SET
    "status" = 'completed', "completed_at" = now(), "updated_at" = now(),
    "reason" = NULL, "last_error" = NULL, "next_attempt_at" = NULL, "locked_until" = NULL
  WHERE "id" = ? AND "attempts" = ? AND ${may("completed")}
  RETURNING *`

/**
 * Records a failed attempt, if no other worker has overtaken; the next one is 1 minute away, then 2, 4 and so on up to a
 * day. Binds what failed, id and attempt.
 */
export const FAIL = `UPDATE ${TABLE} SET
    "last_error" = ?, "locked_until" = NULL, "updated_at" = now(),
    "next_attempt_at" = now() + least(interval '1 day', interval '1 minute' * power(2, least("attempts", 20) - 1))
  WHERE "id" = ? AND "attempts" = ? AND ${may("completed")}
  RETURNING "id"`
