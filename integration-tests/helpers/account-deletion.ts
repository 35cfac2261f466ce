import { Account, freshPhone, lastCodeFor, verifiedCustomer } from "./fixtures"
import { DeletionRow, PATIENCE_MS } from "./deletion-rows"
import { HttpResponse } from "./http"
import { Store } from "./store"
import { waitFor } from "./wait-for"

const BASE = "/store/customers/account-deletion"
const ADMIN_BASE = "/admin/account-deletion-requests"

/** A logged-in customer. */
type LoggedIn = Account & { token: string }

/** One who has both contacts. */
export type Leaving = LoggedIn & { email: string; phone: string }

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
  customer: LoggedIn,
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
  customer: LoggedIn,
  reason?: string
): Promise<Pick<DeletionRow, "id" | "status">> {
  const { token, code } = await leavingCode(store, customer, { reason })
  const confirmed = await confirmLeaving(store, token, code)
  expect(confirmed.status).toBe(200)
  return confirmed.body.account_deletion_request
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
