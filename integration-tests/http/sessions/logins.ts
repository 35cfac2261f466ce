import {
  freshEmail,
  freshPhone,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { startSession } from "../../helpers/session"
import { ApiOptions, Store } from "../../helpers/store"

/** A customer with both contacts, of which the e-mail is verified. */
export function someCustomer(store: Store) {
  return verifiedCustomer(store, { email: freshEmail(), phone: freshPhone() })
}

/** The login of a token, as a bearer and as a cookie. */
export async function bothLogins(
  store: Store,
  token: string
): Promise<Record<"bearer" | "cookie", ApiOptions>> {
  const { answer, headers } = await startSession(store, token)
  expect(answer.status).toBe(200)
  return { bearer: { token }, cookie: { headers } }
}

export const revokeSessions = (store: Store, login: ApiOptions) =>
  store.api("POST", "/store/customers/me/sessions/revoke", login)

export const me = (store: Store, login: ApiOptions) =>
  store.api("GET", "/store/customers/me", login)

export const refresh = (store: Store, login: ApiOptions) =>
  store.api("POST", "/auth/token/refresh", login)

export function expectRevoked({ status, body }: HttpResponse): void {
  expect({ status, body }).toEqual({
    status: 401,
    body: {
      type: "unauthorized",
      code: "session_revoked",
      message: expect.stringMatching(/log in again/i),
    },
  })
}

/** Every place that asks for a customer's login refuses this one. */
export async function expectRevokedEverywhere(
  store: Store,
  login: ApiOptions
): Promise<void> {
  const places = [
    me(store, login),
    store.api("POST", "/store/customers/me", {
      ...login,
      body: { first_name: "Late" },
    }),
    store.api("GET", "/store/orders", login),
    store.api("POST", "/store/customers/me/addresses", {
      ...login,
      body: { first_name: "Late" },
    }),
    revokeSessions(store, login),
    refresh(store, login),
  ]
  if (login.token) {
    places.push(store.api("POST", "/auth/session", login))
    places.push(
      store.api("POST", "/auth/mfa/factors", {
        ...login,
        body: { provider: "totp" },
      })
    )
  }
  for (const answer of await Promise.all(places)) {
    expectRevoked(answer)
  }
}

/** A login works everywhere, and so does its refreshed token. */
export async function expectValid(
  store: Store,
  login: ApiOptions
): Promise<void> {
  expect(await me(store, login)).toMatchObject({ status: 200 })
  const refreshed = await refresh(store, login)
  expect(refreshed).toMatchObject({ status: 200 })
  const { token } = refreshed.body
  expect(await me(store, { token })).toMatchObject({ status: 200 })
  const { headers } = (await bothLogins(store, token)).cookie
  expect(await me(store, { headers })).toMatchObject({ status: 200 })
}
