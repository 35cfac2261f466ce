import { sleep } from "../../scripts/lib/clock"
import {
  codeOf,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  Provider,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../helpers/fixtures"
import { enableMfa } from "../helpers/mfa"
import {
  askForRecovery,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  resetPassword,
  resetToken,
} from "../helpers/new-password"
import { lockRows } from "../helpers/row-lock"
import { customerRow, customersWith, identitiesOf } from "../helpers/rows"
import { signUp } from "../helpers/sign-up"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

/** Longer than the plugin waits before it sends a message. */
const QUIET_MS = 2_000

describe("Whoever prepared an account under a contact that is not theirs", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  const signIn = (provider: Provider, contact: string, password: string) =>
    store.api("POST", `/auth/customer/${provider}`, {
      body: credentials(provider, contact, password),
    })

  const sendOtp = (customer_id: string, type: string) =>
    store.api("POST", "/store/customers/otp/send", {
      body: { customer_id, type },
    })

  const recover = async (phone: string) => {
    const nth = messagesTo(store, phone).length + 1
    const { body } = await askForRecovery(store, { phone })
    const code = codeOf(await messageTo(store, phone, nth))
    const { token } = body
    const { status } = await confirmRecovery(store, { token, code })
    expect(status).toBe(200)
  }

  /** The doors of this store, and how the owner of each contact proves it to set a password. */
  const DOORS = [
    {
      provider: "phonepass" as const,
      freshContact: freshPhone,
      prove: recover,
      named: "phone" as const,
      other: "email" as const,
    },
    {
      provider: "emailpass" as const,
      freshContact: freshEmail,
      prove: (email: string) => resetPassword(store, email),
      named: "email" as const,
      other: "phone" as const,
    },
  ]

  /** Neither a login, nor a session, nor an account comes out of this token. */
  const expectWorthless = async (token: string, victims: string) => {
    const refreshed = await store.api("POST", "/auth/token/refresh", { token })
    expect(refreshed.status).toBeGreaterThanOrEqual(400)
    expect(refreshed.body.token).toBeUndefined()

    const session = await store.api("POST", "/auth/session", { token })
    const cookie = String(session.headers["set-cookie"]?.[0]).split(";")[0]
    for (const credential of [{ token }, { headers: { cookie } }]) {
      const me = await store.api("GET", "/store/customers/me", credential)
      expect(me.status).toBe(401)
    }

    const fresh = { email: freshEmail(), phone: freshPhone() }
    const named = victims.startsWith("+")
      ? { ...fresh, phone: victims }
      : { ...fresh, email: victims }
    const known = (await customersWith(store, victims)).length
    for (const body of [fresh, named]) {
      const { status } = await signUp(store, token, body)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    expect(await customersWith(store, fresh.email)).toEqual([])
    expect(await customersWith(store, fresh.phone)).toEqual([])
    expect(await customersWith(store, victims)).toHaveLength(known)
  }

  it.each(DOORS)(
    "loses password, token, second factor and second contact when the owner proves the $named (classic)",
    async ({ provider, freshContact, prove, named, other }) => {
      const contact = freshContact()
      const attack = await registerCustomer(store, {
        provider,
        email: freshEmail(),
        phone: freshPhone(),
        [named]: contact,
      })
      await enableMfa(store, attack.registrationToken)
      const { id } = attack.customer

      await prove(contact)

      expect((await signIn(provider, contact, PASSWORD)).status).toBe(401)
      await expectWorthless(attack.registrationToken, contact)
      expect(await customerRow(store, id)).toMatchObject({
        [named]: contact,
        [other]: null,
        [`${named}_verified`]: true,
        [`${other}_verified`]: false,
      })
      const { status, body } = await signIn(provider, contact, NEW_PASSWORD)
      expect(status).toBe(200)
      expect(body).not.toHaveProperty("mfa_required", true)
      const { token } = body
      const me = await store.api("GET", "/store/customers/me", { token })
      expect(me.body.customer).toMatchObject({ id })
    }
  )

  it("gets no login in the moment between the proof and the end of their identity", async () => {
    const phone = freshPhone()
    const attack = await registerCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
      phone,
    })
    const { id } = attack.customer
    const { body } = await askForRecovery(store, { phone })
    const code = codeOf(await messageTo(store, phone))
    // Codes are voided after the flag is set and before the identity is deleted.
    const pending = await insertPendingChange(store, id)
    const lock = await lockRows(
      store,
      "select id from otp_verification where id = $1",
      [pending]
    )

    const confirmed = confirmRecovery(store, { token: body.token, code })
    await lock.awaited()
    const row = await customerRow(store, id)
    const refreshed = await store.api("POST", "/auth/token/refresh", {
      token: attack.registrationToken,
    })
    await lock.release()

    expect(row).toMatchObject({ phone_verified: true })
    const { token } = Object(refreshed.body) as { token?: string }
    expect(token && decodeJwt(token).actor_id).toBeFalsy()
    expect((await confirmed).status).toBe(200)
    await expectWorthless(attack.registrationToken, phone)
    const { status } = await signIn("phonepass", phone, NEW_PASSWORD)
    expect(status).toBe(200)
  })

  it.each(DOORS)(
    "gets nothing out of an unfinished registration when the owner proves the $named",
    async ({ provider, freshContact, prove, named }) => {
      const contact = freshContact()
      const stale = await registerIdentity(store, provider, contact)

      await prove(contact)

      await expectWorthless(stale, contact)
      expect((await signIn(provider, contact, PASSWORD)).status).toBe(401)
      const { body } = await signIn(provider, contact, NEW_PASSWORD)
      const own = await signUp(store, body.token, {
        email: freshEmail(),
        phone: freshPhone(),
        [named]: contact,
      })
      expect(own.status).toBe(200)
    }
  )

  it("finds no way back in through a phone of their own on the victim's account (trojan identifier)", async () => {
    const email = freshEmail()
    const trojan = freshPhone()
    const attack = await registerCustomer(store, { email, phone: trojan })
    const { id } = attack.customer
    const pending = await sendOtp(id, "phone_verification")
    const code = codeOf(await messageTo(store, trojan))

    await resetPassword(store, email)

    const late = await store.api("POST", "/store/customers/otp/verify", {
      body: { token: pending.body.token, code },
    })
    expect(late.status).toBe(400)
    expect(late.body.token).toBeUndefined()
    const again = await sendOtp(id, "phone_verification")
    expect([again.status, again.body.code]).toEqual([400, "contact_missing"])
    for (const password of [PASSWORD, NEW_PASSWORD]) {
      expect((await signIn("phonepass", trojan, password)).status).toBe(401)
    }
    const asked = await askForRecovery(store, { phone: trojan })
    const guess = await confirmRecovery(store, {
      token: asked.body.token,
      code,
    })
    expect([guess.status, guess.body.code]).toEqual([400, "otp_invalid"])
    await sleep(QUIET_MS)
    expect(messagesTo(store, trojan)).toHaveLength(1)
    expect(await customerRow(store, id)).toMatchObject({
      email,
      phone: null,
      email_verified: true,
      phone_verified: false,
    })
  })

  it.each(["resets", "changes"])(
    "cannot finish a contact change once the victim %s the password (unexpired change)",
    async (way) => {
      const victim = await verifiedCustomer(store, { phone: freshPhone() })
      const { token } = victim
      const mailbox = freshEmail()
      const started = await store.api("POST", "/store/customers/me/contact", {
        token,
        body: { email: mailbox },
      })
      const code = codeOf(await messageTo(store, mailbox))

      if (way === "resets") {
        await resetPassword(store, victim.email!)
      } else {
        const { status } = await store.api(
          "POST",
          "/store/customers/me/password",
          {
            token,
            body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
          }
        )
        expect(status).toBe(200)
      }

      const finished = await store.api(
        "POST",
        "/store/customers/me/contact/verify",
        { token, body: { token: started.body.token, code } }
      )
      expect([finished.status, finished.body.code]).toEqual([
        400,
        "otp_expired",
      ])
      expect(await customerRow(store, victim.customer.id)).toMatchObject({
        email: victim.email,
        email_verified: true,
      })
      expect(
        (await signIn("emailpass", victim.email!, NEW_PASSWORD)).status
      ).toBe(200)
    }
  )

  it("has no use for a reset link to an e-mail that the customer has left", async () => {
    const customer = await verifiedCustomer(store, { phone: freshPhone() })
    const { token } = customer
    const old = await resetToken(store, customer.email!)
    const email = freshEmail()
    const started = await store.api("POST", "/store/customers/me/contact", {
      token,
      body: { email },
    })
    const code = codeOf(await messageTo(store, email))
    const changed = await store.api(
      "POST",
      "/store/customers/me/contact/verify",
      { token, body: { token: started.body.token, code } }
    )
    expect(changed.status).toBe(200)

    expect((await finishReset(store, old)).status).toBe(401)

    expect((await signIn("emailpass", email, PASSWORD)).status).toBe(200)
    expect((await signIn("emailpass", email, NEW_PASSWORD)).status).toBe(401)
  })

  it.each([
    ["emailpass", "an unfinished registration"],
    ["emailpass", "an account"],
    ["phonepass", "an unfinished registration"],
    ["phonepass", "an account"],
  ] as const)(
    "overwrites nothing by registering at %s again, over %s",
    async (provider, what) => {
      const contacts = { email: freshEmail(), phone: freshPhone() }
      const contact = provider === "emailpass" ? contacts.email : contacts.phone
      if (what === "an account") {
        await registerCustomer(store, { provider, ...contacts })
      } else {
        await registerIdentity(store, provider, contact)
      }
      const before = await identitiesOf(store, contact)

      const { status, body } = await expectNothingWritten(store, () =>
        store.api("POST", `/auth/customer/${provider}/register`, {
          body: credentials(provider, contact, NEW_PASSWORD),
        })
      )

      expect(status).toBe(401)
      expect(body.token).toBeUndefined()
      expect(before).toHaveLength(1)
      expect((await signIn(provider, contact, NEW_PASSWORD)).status).toBe(401)
    }
  )
})

/** A contact change that a customer has pending, straight into the table. */
async function insertPendingChange(
  store: Store,
  customerId: string
): Promise<string> {
  const { rows } = await store.db.query<{ id: string }>(
    `insert into otp_verification (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
     values ('otpver_of_' || $1, $1, 'contact_change', 'email', 'none', 'none', 5, now() + interval '15 minutes')
     returning id`,
    [customerId]
  )
  return rows[0].id
}
