import { VerificationType } from "./fixtures"
import { HttpResponse } from "./http"
import { Store } from "./store"

/** `POST /store/customers/otp/send`, whatever comes of it. */
export function send(
  store: Store,
  customer_id: string,
  type: VerificationType = "phone_verification",
  options: {
    server?: number
    headers?: Record<string, string>
    token?: string
  } = {}
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/otp/send", {
    body: { customer_id, type },
    ...options,
  })
}

/** `POST /store/customers/otp/verify`, whatever comes of it. */
export function verify(
  store: Store,
  token: unknown,
  code: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/otp/verify", {
    body: { token, code },
    server,
  })
}

/** A code of the same length that is not this one, in characters that every kind of code has. */
export function wrongCode(code: string): string {
  return code.replace(/./, (digit) => (digit === "2" ? "3" : "2"))
}

/** The codes of a customer that are still live. */
export async function liveCodes(store: Store, customerId: string) {
  const { rows } = await store.db.query<{
    id: string
    attempts: number
    purpose: string
  }>(
    "select id, attempts, purpose from otp_verification where subject in ($1, $1 || '/own') and consumed_at is null",
    [customerId]
  )
  return rows
}

/** Moves a store's limits and codes back, as if so many seconds had passed. */
export async function letPass(store: Store, seconds: number): Promise<void> {
  await store.db.query(
    `update otp_limit set
       hits = array(select hit - $1 * interval '1 second' from unnest(hits) as hit),
       expires_at = expires_at - $1 * interval '1 second'`,
    [seconds]
  )
  await store.db.query(
    "update otp_verification set expires_at = expires_at - $1 * interval '1 second'",
    [seconds]
  )
}
