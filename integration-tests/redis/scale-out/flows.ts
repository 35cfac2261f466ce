import { changeContact } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messageTo,
  messagesTo,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  finishReset,
  NEW_PASSWORD,
  resetLink,
} from "../../helpers/new-password"
import { send, verify } from "../../helpers/otp"
import { signInWith } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

async function heard(store: Store, name: string, id: string) {
  const events = () =>
    store.events().filter((one) => one.name === name && one.data.id === id)
  await waitFor(`${name} of ${id}`, () => events()[0], 30_000)
  return events()
}

/** Each step on the other server than the one before; the worker alone hears of events. */
export async function acrossServers(store: Store): Promise<void> {
  const [email, phone] = [freshEmail(), freshPhone()]
  const registration = await registerIdentity(store, "emailpass", email)
  const body = { email, phone }
  const { body: created } = await signUp(store, registration, body, 1)
  const { id } = created.customer
  const sent = await send(store, id, "email_verification", { server: 0 })
  const code = await lastCodeFor(store, email)
  const verified = await verify(store, sent.body.token, code, 1)
  expect(verified).toMatchObject({
    status: 200,
    body: { email_verified: true },
  })
  const loggedIn = await signInWith(store, "emailpass", email)
  expect(loggedIn.status).toBe(200)
  const me = await store.api("GET", "/store/customers/me", {
    token: loggedIn.body.token,
    server: 1,
  })
  expect(me.body.customer).toMatchObject({ id, email_verified: true })
  expect(await heard(store, "customer.created", id)).toHaveLength(1)
  expect(await heard(store, "customer.email_verified", id)).toHaveLength(1)
}

export function flows(store: Store) {
  it("register, verify and log in across both servers, and tell the worker each event once", () =>
    acrossServers(store))

  it("change a contact on one server, and with it the login and the sessions on the other", async () => {
    const { customer, email, token } = await verifiedCustomer(store)
    const next = freshEmail()
    const changed = await changeContact(store, token, { email: next })
    expect(changed.status).toBe(200)
    const old = await store.api("GET", "/store/customers/me", {
      token,
      server: 1,
    })
    expect(old).toMatchObject({
      status: 401,
      body: { code: "session_revoked" },
    })
    expect((await signInWith(store, "emailpass", email)).status).toBe(401)
    expect((await signInWith(store, "emailpass", next)).status).toBe(200)
    expect(
      await heard(store, "customer.contact_changed", customer.id)
    ).toHaveLength(1)
  })

  it("change a password on one server, and send the mail of a reset that the other was asked for from the worker", async () => {
    const { email, token } = await verifiedCustomer(store)
    const before = messagesTo(store, email).length
    const changed = await store.api("POST", "/store/customers/me/password", {
      token,
      body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
    })
    expect(changed.status).toBe(200)
    const asked = await store.api(
      "POST",
      "/auth/customer/emailpass/reset-password",
      { body: { identifier: email }, server: 1 }
    )
    expect(asked.status).toBe(201)
    const mail = await messageTo(store, email, before + 1)
    const reset = resetLink(mail).searchParams.get("token")!
    const done = await finishReset(store, reset, PASSWORD)
    expect(done).toMatchObject({ status: 200, body: { success: true } })
    expect((await signInWith(store, "emailpass", email)).status).toBe(200)
    expect(messagesTo(store, email)).toHaveLength(before + 1)
  })
}
