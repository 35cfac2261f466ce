import { statement } from "../../sql"
import {
  NEW_STATUSES,
  OPEN_STATUSES,
  RETURNS,
  sourcesOf,
  type AccountDeletionStatus,
} from "./transitions"
import type {
  AccountDeletionRequest,
  CancelledRequest,
  ClaimedRequest,
  OpenedRequest,
} from "./types"

const TABLE = `"account_deletion_request"`

type Id = { id: string }

/** A claimed request, as the worker that claimed it names it. */
type Claim = Pick<ClaimedRequest, "id" | "attempts">

/** A condition: a row's status is one of these. */
function isOneOf(statuses: readonly AccountDeletionStatus[], row?: string) {
  const column = row ? `${row}."status"` : `"status"`
  return `${column} IN (${statuses.map((status) => `'${status}'`).join(", ")})`
}

/** A condition: a row's request may move to this status. */
const mayBecome = (target: AccountDeletionStatus, row?: string) =>
  isOneOf(sourcesOf(target), row)

/** A condition: a row's request may move on. */
const isOpen = (row?: string) => isOneOf(OPEN_STATUSES, row)

/** The status to which a request moves: goes with the condition `mayBecome`. */
const moved = (target: AccountDeletionStatus) => `'${target}'`

type Returning = keyof typeof RETURNS

/** A condition: a row's request may return from this status. */
const mayReturnFrom = (status: Returning) => isOneOf([status])

/** The status to which a request returns: goes with the condition `mayReturnFrom`. */
const returned = <From extends Returning>(
  _from: From,
  to: (typeof RETURNS)[From][number]
) => `'${to}'`

/** A condition: nothing has happened to a request since it was opened. */
const AS_OPENED = `${isOneOf(NEW_STATUSES)} AND "updated_at" = :opened_at::timestamptz`

/** A condition: nobody has begun to erase the customer. */
const NOT_STARTED = `"started_at" IS NULL`

/** A condition: no worker is executing the request. */
const UNLOCKED = `("locked_until" IS NULL OR "locked_until" <= now())`

/** Opens a request, or finds the pending one and replaces its reason; no row if it is confirmed already. */
export const OPEN = statement<
  { id: string; customer_id: string; reason: string | null },
  OpenedRequest
>(
  `INSERT INTO ${TABLE} AS current ("id", "customer_id", "reason") VALUES (:id, :customer_id, :reason)
  ON CONFLICT ("customer_id") WHERE ${isOpen()} DO UPDATE SET
    "reason" = coalesce(excluded."reason", current."reason"), "updated_at" = now()
  WHERE ${mayBecome("confirmed", "current")}
  RETURNING *, xmax = 0 AS created, "updated_at"::text AS opened_at,
    (SELECT "reason" FROM ${TABLE} AS old WHERE old."id" = current."id") AS old_reason`
)

/** Deletes a request that nothing has happened to since it was opened. */
export const CLOSE = statement<{ id: string; opened_at: string }>(
  `DELETE FROM ${TABLE} WHERE "id" = :id AND ${AS_OPENED}`
)

/** Gives a request that was found pending its old reason back. */
export const RESTORE_REASON = statement<{
  id: string
  opened_at: string
  old_reason: string | null
}>(
  `UPDATE ${TABLE} SET "reason" = :old_reason, "updated_at" = now() WHERE "id" = :id AND ${AS_OPENED}`
)

/** One request. */
export const BY_ID = statement<Id, AccountDeletionRequest>(
  `SELECT * FROM ${TABLE} WHERE "id" = :id`
)

/** The request of a customer that is not over. */
export const OPEN_OF = statement<
  { customer_id: string },
  AccountDeletionRequest
>(`SELECT * FROM ${TABLE} WHERE "customer_id" = :customer_id AND ${isOpen()}`)

/** Confirms a customer's request, due in some days. */
export const CONFIRM = statement<
  { customer_id: string; days: number },
  AccountDeletionRequest
>(
  `UPDATE ${TABLE} SET
    "status" = ${moved("confirmed")}, "confirmed_at" = now(), "updated_at" = now(),
    "scheduled_at" = now() + :days * interval '1 day', "next_attempt_at" = now() + :days * interval '1 day'
  WHERE "customer_id" = :customer_id AND ${mayBecome("confirmed")}
  RETURNING *`
)

/** Takes a confirmation back, unless the execution has begun. */
export const UNCONFIRM = statement<Id>(
  `UPDATE ${TABLE} SET
    "status" = ${returned("confirmed", "pending")},
    "confirmed_at" = NULL, "scheduled_at" = NULL, "next_attempt_at" = NULL, "updated_at" = now()
  WHERE "id" = :id AND ${mayReturnFrom("confirmed")} AND ${NOT_STARTED}`
)

/** Cancels a request, unless its execution has begun. */
export const CANCEL = statement<Id, AccountDeletionRequest>(
  `UPDATE ${TABLE} SET
    "status" = ${moved("cancelled")}, "cancelled_at" = now(), "next_attempt_at" = NULL, "updated_at" = now()
  WHERE "id" = :id AND ${mayBecome("cancelled")} AND ${NOT_STARTED}
  RETURNING *`
)

/** Takes a cancellation back, unless the customer has opened another request. */
export const UNCANCEL = statement<Id>(
  `UPDATE ${TABLE} AS current SET
    "status" = CASE WHEN "confirmed_at" IS NULL
      THEN ${returned("cancelled", "pending")} ELSE ${returned("cancelled", "confirmed")} END,
    "cancelled_at" = NULL, "next_attempt_at" = "scheduled_at", "updated_at" = now()
  WHERE "id" = :id AND ${mayReturnFrom("cancelled")} AND NOT EXISTS (
    SELECT 1 FROM ${TABLE} AS other WHERE other."customer_id" = current."customer_id" AND ${isOpen("other")}
  )`
)

/**
 * Empties the reasons of all requests of some customers and cancels those that wait for their confirmation, which it
 * returns.
 */
export const FORGET = statement<{ customer_ids: string[] }, CancelledRequest>(
  `WITH forgotten AS (
    UPDATE ${TABLE} AS current SET
      "status" = CASE WHEN old."unconfirmed" THEN ${moved("cancelled")} ELSE current."status" END,
      "cancelled_at" = CASE WHEN old."unconfirmed" THEN now() ELSE current."cancelled_at" END,
      "reason" = NULL, "updated_at" = now()
    FROM (
      SELECT "id", ${mayBecome("confirmed")} AS "unconfirmed" FROM ${TABLE}
      WHERE "customer_id" = ANY(:customer_ids::text[])
        AND ("reason" IS NOT NULL OR ${mayBecome("confirmed")})
      FOR UPDATE
    ) AS old
    WHERE current."id" = old."id"
    RETURNING current."id", current."customer_id", old."unconfirmed"
  ) SELECT "id", "customer_id" FROM forgotten WHERE "unconfirmed"`
)

/** Until then no other worker claims a request, should this one crash. */
const LEASE = `"locked_until" = now() + interval '10 minutes', "updated_at" = now()`

const CLAIM = `UPDATE ${TABLE} SET "attempts" = "attempts" + 1, ${LEASE}`

const CLAIMED = `RETURNING "id", "customer_id", "attempts"`

/** Claims a batch of due requests that no other worker has claimed. */
export const CLAIM_DUE = statement<{ limit: number }, ClaimedRequest>(
  `${CLAIM} WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM ${TABLE}
    WHERE ${mayBecome("completed")} AND "next_attempt_at" <= now() AND ${UNLOCKED}
    ORDER BY "next_attempt_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) ${CLAIMED}`
)

/** Claims one request, due or not. */
export const CLAIM_ONE = statement<Id, ClaimedRequest>(
  `${CLAIM} WHERE "id" = :id AND ${mayBecome("completed")} AND ${UNLOCKED} ${CLAIMED}`
)

/** A condition: the request is still claimed by the worker that names this attempt. */
const STILL_CLAIMED = `"id" = :id AND "attempts" = :attempts AND ${mayBecome("completed")}`

/** Begins the execution of a claimed request, if nobody has overtaken or cancelled it. */
export const BEGIN = statement<Claim, Id>(
  `UPDATE ${TABLE} SET "started_at" = coalesce("started_at", now()), ${LEASE}
  WHERE ${STILL_CLAIMED} RETURNING "id"`
)

/** Completes a request, once, if no other worker has overtaken. */
export const COMPLETE = statement<Claim, AccountDeletionRequest>(
  `UPDATE ${TABLE} SET
    "status" = ${moved("completed")}, "completed_at" = now(), "updated_at" = now(),
    "reason" = NULL, "last_error" = NULL, "next_attempt_at" = NULL, "locked_until" = NULL
  WHERE ${STILL_CLAIMED} RETURNING *`
)

/**
 * Records a failed attempt, if no other worker has overtaken; the next one is 1 minute away, then 2, 4 and so on up to a
 * day.
 */
export const FAIL = statement<Claim & { failure: string }, Id>(
  `UPDATE ${TABLE} SET
    "last_error" = :failure, "locked_until" = NULL, "updated_at" = now(),
    "next_attempt_at" = now() + least(interval '1 day', interval '1 minute' * power(2, least("attempts", 20) - 1))
  WHERE ${STILL_CLAIMED} RETURNING "id"`
)
