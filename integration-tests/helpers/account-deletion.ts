import { randomUUID } from "node:crypto"
import { Account, freshPhone, lastCodeFor, verifiedCustomer } from "./fixtures"
import { HttpResponse } from "./http"
import { Store } from "./store"
import { waitFor } from "./wait-for"

const BASE = "/store/customers/account-deletion"
const ADMIN_BASE = "/admin/account-deletion-requests"
const DAY_MS = 86_400_000
/** Longer than an erasure takes on a machine that is busy with other things. */
const PATIENCE_MS = 60_000

export type DeletionRow = {
  id: string
  customer_id: string
  status: string
  reason: string | null
  confirmed_at: Date | null
  scheduled_at: Date | null
  started_at: Date | null
  completed_at: Date | null
  cancelled_at: Date | null
  attempts: number
  last_error: string | null
  next_attempt_at: Date | null
  locked_until: Date | null
  updated_at: Date
}

/** A logged-in customer. */
export type Leaving = Account & { token: string }

/** A customer with an e-mail that they have proven, and a phone that they have not. */
export function leavingCustomer(store: Store): Promise<Leaving> {
  return verifiedCustomer(store, { phone: freshPhone() })
}

export function askToLeave(
  store: Store,
  token: string | undefined,
  body: unknown = {}
): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/request`, { token, body })
}

export function confirmLeaving(
  store: Store,
  token: unknown,
  code: unknown
): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/confirm`, { body: { token, code } })
}

export function askToStay(store: Store, body: unknown): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/cancel-request`, { body })
}

export function confirmStaying(
  store: Store,
  token: unknown,
  code: unknown
): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/cancel-confirm`, { body: { token, code } })
}

/** Asks to leave → the token and the code that went to the customer. */
export async function leavingCode(
  store: Store,
  customer: Leaving,
  body: unknown = {}
): Promise<{ token: string; code: string }> {
  const asked = await askToLeave(store, customer.token, body)
  expect(asked.status).toBe(200)
  const code = await lastCodeFor(store, customer.email ?? customer.phone!)
  return { token: asked.body.token as string, code }
}

/** A customer whose request is confirmed → the request as `confirm` answered it. */
export async function confirmedRequest(
  store: Store,
  customer: Leaving,
  reason?: string
): Promise<Pick<DeletionRow, "id" | "status">> {
  const { token, code } = await leavingCode(store, customer, { reason })
  const confirmed = await confirmLeaving(store, token, code)
  expect(confirmed.status).toBe(200)
  return confirmed.body.account_deletion_request
}

/**
 * A request as a row: quick, where how it came about does not matter. Confirmed and due tomorrow, unless told otherwise:
 * the job of every minute leaves it alone.
 */
export async function insertRequest(
  store: Store,
  customer_id: string,
  columns: Partial<Record<keyof DeletionRow | "created_at", unknown>> = {}
): Promise<string> {
  const id = `accdel_${randomUUID()}`
  const tomorrow = new Date(Date.now() + DAY_MS)
  const row = {
    id,
    customer_id,
    status: "confirmed",
    confirmed_at: new Date(),
    scheduled_at: tomorrow,
    next_attempt_at: tomorrow,
    ...columns,
  }
  const names = Object.keys(row)
  await store.db.query(
    `insert into account_deletion_request (${names.join(", ")})
     values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
    Object.values(row)
  )
  return id
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

/** The events of a kind, about a customer. */
export function deletionEvents(store: Store, name: string, customerId: string) {
  return store
    .events()
    .filter(
      (event) =>
        event.name === `account_deletion.${name}` &&
        event.data.customer_id === customerId
    )
    .map(({ data }) => data)
}

/** Waits for the first event of a kind about a customer → all there are. */
export async function awaitedEvents(
  store: Store,
  name: string,
  customerId: string
) {
  return waitFor(
    `${name} of ${customerId}`,
    () => {
      const events = deletionEvents(store, name, customerId)
      return events.length ? events : undefined
    },
    PATIENCE_MS
  )
}

/** What the admin's routes answer. */
export async function admin(
  store: Store,
  method: string,
  path = "",
  server?: number
): Promise<HttpResponse> {
  return await store.api(method, `${ADMIN_BASE}${path}`, {
    token: await store.adminToken(),
    body: method === "POST" ? {} : undefined,
    server,
  })
}
