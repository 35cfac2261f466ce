import { askForChange, confirmChange } from "../helpers/change-contact"
import { expectEqualWork } from "../helpers/equal-work"
import { failAfter } from "../helpers/fail-after"
import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import { enableMfa } from "../helpers/mfa"
import { identitiesOf } from "../helpers/rows"
import { signUp } from "../helpers/sign-up"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

const NEXT = "another horse"
const NO_WAIT = { resendThrottleSeconds: 0 }

describe("One password in a store with logins by both", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
    },
  })

  const byPhone = () =>
    verifiedCustomer(store, {
      provider: "phonepass",
      phone: freshPhone(),
      email: freshEmail(),
    })

  const byBoth = async () => {
    const account = await byPhone()
    await verifyContact(store, account, "email_verification")
    expect((await login(account, "emailpass")).status).toBe(200)
    return account
  }

  const login = (
    account: Pick<Account, "email" | "phone">,
    provider: "emailpass" | "phonepass",
    password = PASSWORD
  ) =>
    store.api("POST", `/auth/customer/${provider}`, {
      body: credentials(
        provider,
        (provider === "emailpass" ? account.email : account.phone)!,
        password
      ),
    })

  const change = (token: string, body: object) =>
    store.api("POST", "/store/customers/me/password", { token, body })

  describe("opens the other door", () => {
    it("once its contact is verified: a second login of the same identity, with a hash of its own", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")

      const answer = await login(account, "emailpass")

      expect(answer.status).toBe(200)
      expect(decodeJwt(answer.body.token)).toMatchObject({
        actor_id: account.customer.id,
        auth_provider: "emailpass",
      })
      const [phone] = await identitiesOf(store, account.phone!)
      const [email] = await identitiesOf(store, account.email!)
      expect(email.auth_identity_id).toBe(phone.auth_identity_id)
      expect(phone.password).toMatch(/^\$2b\$10\$/)
      expect(Buffer.from(email.password!, "base64").toString()).toMatch(
        /^scrypt/
      )
    })

    it("from the e-mail to the phone as well", async () => {
      const account = await verifiedCustomer(store, {
        email: freshEmail(),
        phone: freshPhone(),
      })
      await verifyContact(store, account, "phone_verification")
      expect((await login(account, "phonepass")).status).toBe(200)
      const [phone] = await identitiesOf(store, account.phone!)
      expect(phone.password).toMatch(/^\$2b\$10\$/)
    })

    it("not for a contact that is not verified: that is like an unknown one", async () => {
      const account = await byPhone()
      const unverified = await expectNothingWritten(store, () =>
        login(account, "emailpass")
      )
      const unknown = await login({ email: freshEmail() }, "emailpass")
      expect(unverified.status).toBe(401)
      expect(unverified.body).toEqual(unknown.body)
    })

    it("not for a wrong password", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")
      const refused = await expectNothingWritten(store, () =>
        login(account, "emailpass", "wrong")
      )
      expect(refused.status).toBe(401)
    })

    it("once for 20 first logins at the same time", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => login(account, "emailpass"))
      )
      for (const { status } of answers) {
        expect(status).toBe(200)
      }
      expect(await identitiesOf(store, account.email!)).toHaveLength(1)
      expect((await login(account, "emailpass")).status).toBe(200)
    })

    it("to its owner, whatever a squatter began there", async () => {
      const account = await byPhone()
      await registerIdentity(store, "emailpass", account.email!, "squatter's")
      await verifyContact(store, account, "email_verification")
      expect((await login(account, "emailpass")).status).toBe(200)
      expect((await login(account, "emailpass", "squatter's")).status).toBe(401)
    })

    it("only as far as MFA allows", async () => {
      const account = await byPhone()
      await enableMfa(store, account.token)
      await verifyContact(store, account, "email_verification")
      const answer = await login(account, "emailpass")
      expect(answer.body).toMatchObject({ mfa_required: true })
      expect(decodeJwt(answer.body.token).actor_id).toBe("")
    })
  })

  describe("POST /store/customers/me/password", () => {
    it("changes every login of the account together", async () => {
      const account = await byBoth()

      const answer = await change(account.token, {
        old_password: PASSWORD,
        new_password: NEXT,
      })

      expect(answer).toMatchObject({ status: 200, body: { success: true } })
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await login(account, provider, NEXT)).status).toBe(200)
        expect((await login(account, provider)).status).toBe(401)
      }
      const event = store
        .events()
        .filter(({ name }) => name === "customer.password_changed")
        .at(-1)
      expect(event?.data).toEqual({ id: account.customer.id })
    })

    it("voids a contact change that was pending", async () => {
      const { token } = await byPhone()
      const phone = freshPhone()
      const asked = await askForChange(store, token, { phone })
      const code = await lastCodeFor(store, phone)
      await change(token, { old_password: PASSWORD, new_password: NEXT })
      const refused = await confirmChange(store, token, {
        token: asked.body.token,
        code,
      })
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "otp_expired" },
      })
    })

    it.each([
      ["a wrong old password", { old_password: "no" }, "password_wrong"],
      ["73 bytes", { new_password: "x".repeat(73) }, "invalid_body"],
      [
        "73 bytes in letters of four",
        { new_password: "😀".repeat(19) },
        "invalid_body",
      ],
      ["an empty one", { new_password: "" }, "invalid_body"],
      ["a number", { new_password: 12345678 }, "invalid_body"],
      ["an unknown key", { password: NEXT }, "invalid_body"],
    ])("refuses %s and changes nothing", async (_case, bad, code) => {
      const account = await byPhone()
      const refused = await expectNothingWritten(store, () =>
        change(account.token, {
          old_password: PASSWORD,
          new_password: NEXT,
          ...bad,
        })
      )
      expect(refused).toMatchObject({ status: 400, body: { code } })
      expect(JSON.stringify(refused.body)).not.toContain(NEXT)
      expect((await login(account, "phonepass")).status).toBe(200)
    })

    it("refuses whoever is not logged in", async () => {
      const refused = await store.api("POST", "/store/customers/me/password", {
        body: { old_password: PASSWORD, new_password: NEXT },
      })
      expect(refused.status).toBe(401)
    })

    it("is undone for every login when a later step fails", async () => {
      const account = await byBoth()
      await failAfter(store, "change-password", {
        customer_id: account.customer.id,
        auth_identity_id: decodeJwt(account.token).auth_identity_id,
        old_password: PASSWORD,
        new_password: NEXT,
      })
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await login(account, provider)).status).toBe(200)
        expect((await login(account, provider, NEXT)).status).toBe(401)
      }
    })
  })
})

describe("A wrong password in a store with logins by both and a costlier bcrypt", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
    },
    phonepass: { cost: 12 },
  })

  it("costs the same work for an unknown e-mail and for one with a login by phone", async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    await verifyContact(store, account, "email_verification")
    const emails = { unknown: freshEmail(), known: account.email! }

    await expectEqualWork(
      store,
      ["unknown", "known"],
      15,
      (who) =>
        store.api("POST", "/auth/customer/emailpass", {
          body: credentials("emailpass", emails[who], "another password"),
        }),
      {
        status: 401,
        body: { type: "unauthorized", message: "Invalid email or password" },
      }
    )
  }, 180_000)
})

describe("A password in a store with logins by e-mail", () => {
  const store = useStore()

  it("may be longer than bcrypt reads", async () => {
    const { token } = await verifiedCustomer(store)
    const answer = await store.api("POST", "/store/customers/me/password", {
      token,
      body: { old_password: PASSWORD, new_password: "x".repeat(200) },
    })
    expect(answer.status).toBe(200)
  })

  it("is nothing that a customer of another provider has", async () => {
    const body = { name: freshEmail(), secret: "open sesame" }
    const begun = await store.api("POST", "/auth/customer/house", { body })
    const email = freshEmail()
    expect((await signUp(store, begun.body.token, { email })).status).toBe(200)
    const { body: entered } = await store.api("POST", "/auth/customer/house", {
      body,
    })
    const refused = await store.api("POST", "/store/customers/me/password", {
      token: entered.token,
      body: { old_password: PASSWORD, new_password: NEXT },
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed", code: "password_not_set" },
    })
  })
})
