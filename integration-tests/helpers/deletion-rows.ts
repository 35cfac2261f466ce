import type { AccountDeletionRequest } from "../../src/modules/account-deletion-request"
import { insertRow } from "./insert-row"
import { Store } from "./store"
import { waitFor } from "./wait-for"

const DAY_MS = 86_400_000
/** Longer than an erasure takes on a machine that is busy with other things. */
export const PATIENCE_MS = 60_000

/** A request with the columns that the module keeps to itself. */
export type DeletionRow = AccountDeletionRequest & { locked_until: Date | null }

/** Some columns of a request; a moment may be written as PostgreSQL reads it. */
export type RequestColumns = Partial<
  Record<keyof DeletionRow, string | number | Date | null>
>

/** A request straight into the table, pending unless told otherwise. */
export function insertRequest(
  store: Store,
  customer_id: string,
  columns: RequestColumns = {}
): Promise<string> {
  const row = { customer_id, ...columns }
  return insertRow(store, "account_deletion_request", "accdel", row)
}

/** A request that is confirmed and due tomorrow, unless told otherwise: the job of every minute leaves it alone. */
export function insertConfirmedRequest(
  store: Store,
  customer_id: string,
  columns: RequestColumns = {}
): Promise<string> {
  const tomorrow = new Date(Date.now() + DAY_MS)
  return insertRequest(store, customer_id, {
    status: "confirmed",
    confirmed_at: new Date(),
    scheduled_at: tomorrow,
    next_attempt_at: tomorrow,
    ...columns,
  })
}

/** Makes a request due: from now on the job of every minute may be at it. */
export async function makeDue(store: Store, id: string): Promise<void> {
  await store.db.query(
    "update account_deletion_request set next_attempt_at = now() where id = $1",
    [id]
  )
}

/** Waits until a customer's only request has this status, whoever brings it there. */
export function requestIn(
  store: Store,
  customerId: string,
  status: string
): Promise<DeletionRow> {
  return waitFor(
    `the request of ${customerId} to be ${status}`,
    async () => {
      const [request] = await requestsOf(store, customerId)
      return request.status === status ? request : undefined
    },
    PATIENCE_MS
  )
}

/** All requests of a customer, oldest first. */
export async function requestsOf(store: Store, customerId: string) {
  const { rows } = await store.db.query<DeletionRow>(
    "select * from account_deletion_request where customer_id = $1 order by created_at",
    [customerId]
  )
  return rows
}

export async function requestStatus(store: Store, id: string): Promise<string> {
  const { rows } = await store.db.query<{ status: string }>(
    "select status from account_deletion_request where id = $1",
    [id]
  )
  return rows[0].status
}

export async function clearRequests(store: Store): Promise<void> {
  await store.db.query("delete from account_deletion_request")
}
