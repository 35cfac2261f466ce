import { lastCodeFor } from "./codes"
import { HttpResponse } from "./http"
import { Store } from "./store"

export type NewContact = { phone: string } | { email: string }

/** `POST /store/customers/me/contact`, whatever comes of it. */
export function askForChange(
  store: Store,
  token: string | undefined,
  body: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/me/contact", {
    token,
    body,
    server,
  })
}

/** `POST /store/customers/me/contact/verify`, whatever comes of it. */
export function confirmChange(
  store: Store,
  token: string | undefined,
  body: { token: string; code: string },
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/me/contact/verify", {
    token,
    body,
    server,
  })
}

/** Asks for a change and proves it → the answer of the second step. */
export async function changeContact(
  store: Store,
  token: string,
  contact: NewContact
): Promise<HttpResponse> {
  const asked = await askForChange(store, token, contact)
  expect(asked.status).toBe(200)
  const code = await lastCodeFor(store, Object.values(contact)[0])
  return confirmChange(store, token, { token: asked.body.token, code })
}
