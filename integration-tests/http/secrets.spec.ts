import { changeContact } from "../helpers/change-contact"
import { dump } from "../helpers/dump"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  PASSWORD,
  registerCustomer,
} from "../helpers/fixtures"
import { send, verify, wrongCode } from "../helpers/otp"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"

async function everyRow(store: Store): Promise<string> {
  return Object.values(await dump(store)).join("\n")
}

describe("Passwords, codes and tokens", () => {
  const store = useStore({
    logLevel: "debug",
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
    },
  })

  it("are in no row, no log line and no event after every flow", async () => {
    const [phone, nextPhone, email] = [freshPhone(), freshPhone(), freshEmail()]
    const next = "another horse entirely"
    const secrets: Record<string, string> = {
      "the password": PASSWORD,
      "the new password": next,
    }

    const { customer, registrationToken } = await registerCustomer(store, {
      provider: "phonepass",
      phone,
      email,
    })
    secrets["the registration token"] = registrationToken
    const { body: asked } = await send(store, customer.id)
    const code = await lastCodeFor(store, phone)
    secrets["the OTP token"] = asked.token
    await verify(store, asked.token, wrongCode(code))
    await send(store, customer.id)
    const proven = await verify(store, asked.token, code)
    const login = proven.body.token
    secrets["the login token"] = login
    const changed = await changeContact(store, login, { phone: nextPhone })
    secrets["the token of the contact change"] = changed.body.token
    const renewed = await store.api("POST", "/store/customers/me/password", {
      token: changed.body.token,
      body: { old_password: PASSWORD, new_password: next },
    })
    expect(renewed.status).toBe(200)
    secrets["the token of the password change"] = renewed.body.token
    await store.api("POST", "/auth/customer/phonepass", {
      body: { phone: nextPhone, password: PASSWORD },
    })
    const recovery = await store.api(
      "POST",
      "/store/customers/password/request",
      { body: { phone: nextPhone } }
    )
    secrets["the recovery token"] = recovery.body.token
    await waitFor("the recovery code", () => messagesTo(store, nextPhone)[1])
    store.failProvider("quote")
    await send(store, customer.id, "email_verification")
    store.failProvider(false)

    const places = {
      "the database": await everyRow(store),
      "the log": store.log(),
      "the events": JSON.stringify(store.events()),
    }
    for (const [place, text] of Object.entries(places)) {
      for (const [name, secret] of Object.entries(secrets)) {
        expect({ place, name, found: text.includes(secret) }).toEqual({
          place,
          name,
          found: false,
        })
      }
    }
    // Contacts are in their rows, but in no log line and no event.
    for (const contact of [phone, nextPhone, email]) {
      expect(places["the log"].includes(contact)).toBe(false)
      expect(places["the events"].includes(contact)).toBe(false)
    }
    // A six-digit run may stand anywhere by chance, so codes are looked for as words.
    const codes = store
      .outbox()
      .flatMap(({ text }) => text?.match(/\b\d{6}\b/g) ?? [])
    expect(codes.length).toBeGreaterThan(2)
    for (const one of codes) {
      const word = new RegExp(`(?<![\\w.:-])${one}(?![\\w.:-])`)
      expect(word.test(places["the database"])).toBe(false)
      expect(word.test(places["the events"])).toBe(false)
      expect(word.test(places["the log"])).toBe(false)
    }
  })

  it("would be found: contacts and ids, which may be there, are found", async () => {
    const email = freshEmail()
    const { customer } = await registerCustomer(store, {
      phone: freshPhone(),
      email,
    })
    const text = await everyRow(store)
    expect(text).toContain(email)
    expect(store.log().includes("Processing customer.created")).toBe(true)
    expect(JSON.stringify(store.events())).toContain(customer.id)
  })
})
