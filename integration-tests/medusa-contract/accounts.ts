import {
  freshEmail,
  login,
  PASSWORD,
  registerCustomer,
} from "../helpers/fixtures"
import type { Store } from "../helpers/store"
import { waitFor } from "../helpers/wait-for"

/** A customer of Medusa's, who is logged in. */
export async function loggedInCustomer(store: Store) {
  const account = await registerCustomer(store, { email: freshEmail() })
  return {
    ...account,
    email: account.email!,
    token: await login(store, account),
  }
}

/** An actor of a type that has no row anywhere: an identity and its credentials. */
export async function registeredActor(store: Store, actorType: string) {
  const body = { email: freshEmail(), password: PASSWORD }
  const path = `/auth/${actorType}/emailpass`
  const registered = await store.api("POST", `${path}/register`, { body })
  expect(registered.status).toBe(200)
  return { path, body, registered }
}

/** Asks Medusa for a password reset → the event that it emits. */
export async function resetEvent(store: Store, email: string) {
  await store.api("POST", "/auth/customer/emailpass/reset-password", {
    body: { identifier: email },
  })
  return waitFor("Medusa's reset event", () =>
    store
      .events()
      .find(
        ({ name, data }) =>
          name === "auth.password_reset" && data.entity_id === email
      )
  )
}
