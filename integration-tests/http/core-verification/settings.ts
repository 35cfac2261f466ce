import { lastCodeFor, type Account } from "../../helpers/fixtures"
import type { HttpResponse } from "../../helpers/http"
import type { Store } from "../../helpers/store"

export const MAX_ATTEMPTS = 3
export const FAILURES_PER_DAY = 5
export const PER_DESTINATION_HOUR = 2
/** The server that limits clients, and leaves it to Medusa's rules who is verified: all tests are one client. */
export const OTHER_SERVER = 1
const PER_IP_HOUR = 1
export const TEST_CODE = "482917"
export const TEST_PHONE = "+12133739999"

export const OPTIONS = {
  registration: { identifier: "both" },
  phone: { default_country: "US" },
  maxAttempts: MAX_ATTEMPTS,
  limits: {
    failures_per_day: FAILURES_PER_DAY,
    per_destination_hour: PER_DESTINATION_HOUR,
  },
  test_contacts: [
    {
      contact: TEST_PHONE,
      code: TEST_CODE,
      valid_until: new Date(Date.now() + 86_400_000).toISOString(),
    },
  ],
}

/** The options of the other server. */
export const OTHER_OPTIONS = {
  ...OPTIONS,
  registration: { ...OPTIONS.registration, require_verification: false },
  limits: { ...OPTIONS.limits, per_ip_hour: PER_IP_HOUR },
}

/** Longer than a resend throttle. */
export const A_MINUTE = 61

export type Entity = { entity_id: string; entity_type?: string }

/** `POST /auth/verification/request`, whatever comes of it. */
export function requestCode(
  store: Store,
  token: string | undefined,
  { entity_id, entity_type = "email" }: Entity,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/auth/verification/request", {
    token,
    body: { entity_id, entity_type, code_provider: "otp" },
    server,
  })
}

/** `POST /auth/verification/confirm`, whatever comes of it. */
export function confirmCode(
  store: Store,
  token: string | undefined,
  code: string,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/auth/verification/confirm", {
    token,
    body: { code, code_provider: "otp" },
    server,
  })
}

/** Proves an e-mail by Medusa's own flow. */
export async function verifyByMedusa(
  store: Store,
  token: string,
  email: string
): Promise<void> {
  const requested = await requestCode(store, token, { entity_id: email })
  expect(requested.status).toBe(201)
  const code = await lastCodeFor(store, email)
  expect((await confirmCode(store, token, code)).status).toBe(200)
}

/** What Medusa keeps of a customer's verifications. */
export async function recordsOf(store: Store, { customer }: Account) {
  const { rows } = await store.db.query<{
    entity_id: string
    entity_type: string
    code_provider: string
    verified: boolean
  }>(
    `select entity_id, entity_type, code_provider, verified_at is not null as verified
     from auth_verification where auth_identity_id in (
       select id from auth_identity where app_metadata->>'customer_id' = $1
     ) order by entity_type, entity_id`,
    [customer.id]
  )
  return rows
}

/** The flags of a customer. */
export async function flagsOf(store: Store, { customer }: Account) {
  const { rows } = await store.db.query<{ email: boolean; phone: boolean }>(
    "select email_verified as email, phone_verified as phone from customer where id = $1",
    [customer.id]
  )
  return rows[0]
}
