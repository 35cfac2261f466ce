import { Account, lastCodeFor, verifiedCustomer } from "./fixtures"
import { HttpResponse } from "./http"
import { Store } from "./store"

const BASE = "/store/customers/account-deletion"
export const ADMIN_BASE = "/admin/account-deletion-requests"

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
}

/** A verified customer with an e-mail and their login token. */
export function leavingCustomer(store: Store) {
  return verifiedCustomer(store)
}

export type Leaving = Account & { token: string }

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

export function askToStay(
  store: Store,
  body: Record<string, unknown>
): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/cancel-request`, { body })
}

export function confirmStaying(
  store: Store,
  token: unknown,
  code: unknown
): Promise<HttpResponse> {
  return store.api("POST", `${BASE}/cancel-confirm`, { body: { token, code } })
}

/** A customer whose request is confirmed → the request as `confirm` answered it. */
export async function confirmedRequest(store: Store, customer: Leaving) {
  const asked = await askToLeave(store, customer.token, { reason: "moving" })
  expect(asked.status).toBe(200)
  const code = await lastCodeFor(store, customer.email ?? customer.phone!)
  const confirmed = await confirmLeaving(store, asked.body.token, code)
  expect(confirmed.status).toBe(200)
  return confirmed.body.account_deletion_request as DeletionRow
}

/** A new customer's confirmed request, made at the database: quick, where how it came about does not matter. */
export async function insertRequest(
  store: Store,
  customer_id: string,
  columns: Partial<Record<keyof DeletionRow, unknown>> = {}
): Promise<string> {
  const id = `accdel_${customer_id}_${Math.random().toString(36).slice(2)}`
  const row = {
    id,
    customer_id,
    status: "confirmed",
    confirmed_at: new Date(),
    scheduled_at: new Date(),
    next_attempt_at: new Date(Date.now() - 1000),
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

/** All requests of a customer, oldest first. */
export async function requestsOf(store: Store, customerId: string) {
  const { rows } = await store.db.query<DeletionRow>(
    "select * from account_deletion_request where customer_id = $1 order by created_at",
    [customerId]
  )
  return rows
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
