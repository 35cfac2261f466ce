import { askForChange, confirmChange } from "../helpers/change-contact"
import { expectUndone, failAfter } from "../helpers/fail-after"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import { signIn } from "../helpers/sign-in"
import { signUp } from "../helpers/sign-up"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

const NEXT = "another horse"
const NO_WAIT = { resendThrottleSeconds: 0 }

describe("A password change in a store with logins by e-mail and by phone", () => {
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
    expect((await signIn(store, "emailpass", account)).status).toBe(200)
    return account
  }

  const change = (token: string, body: object) =>
    store.api("POST", "/store/customers/me/password", { token, body })

  describe("POST /store/customers/me/password", () => {
    it("changes the password of every login of the account", async () => {
      const account = await byBoth()

      const answer = await change(account.token, {
        old_password: PASSWORD,
        new_password: NEXT,
      })

      expect(answer).toMatchObject({ status: 200, body: { success: true } })
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await signIn(store, provider, account, NEXT)).status).toBe(200)
        expect((await signIn(store, provider, account)).status).toBe(401)
      }
      const event = store
        .events()
        .filter(({ name }) => name === "customer.password_changed")
        .at(-1)
      expect(event?.data).toEqual({ id: account.customer.id })
    })

    it("voids a pending contact change", async () => {
      const { token } = await byPhone()
      const phone = freshPhone()
      const asked = await askForChange(store, token, { phone })
      const code = await lastCodeFor(store, phone)
      const changed = await change(token, {
        old_password: PASSWORD,
        new_password: NEXT,
      })
      const refused = await confirmChange(store, changed.body.token, {
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
      [
        "a password of 73 bytes",
        { new_password: "x".repeat(73) },
        "invalid_body",
      ],
      [
        "a password of 76 bytes in 19 letters",
        { new_password: "😀".repeat(19) },
        "invalid_body",
      ],
      ["an empty password", { new_password: "" }, "invalid_body"],
      ["a number for a password", { new_password: 12345678 }, "invalid_body"],
      ["an unknown key", { password: NEXT }, "invalid_body"],
    ])("refuses %s with 400 and changes nothing", async (_case, bad, code) => {
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
      expect((await signIn(store, "phonepass", account)).status).toBe(200)
    })

    it("answers 401 without a login", async () => {
      const refused = await store.api("POST", "/store/customers/me/password", {
        body: { old_password: PASSWORD, new_password: NEXT },
      })
      expect(refused.status).toBe(401)
    })

    it("restores the old password of every login when a later step fails", async () => {
      const account = await byBoth()
      await failAfter(store, "change-password", {
        customer_id: account.customer.id,
        auth_identity_id: decodeJwt(account.token).auth_identity_id,
        old_password: PASSWORD,
        new_password: NEXT,
      })
      for (const provider of ["emailpass", "phonepass"] as const) {
        expect((await signIn(store, provider, account)).status).toBe(200)
        expect((await signIn(store, provider, account, NEXT)).status).toBe(401)
      }
    })

    it("restores every row when a later step fails", async () => {
      const { email, customer, token } = await byBoth()

      await expectUndone(store, "change-password", {
        auth_identity_id: decodeJwt(token).auth_identity_id,
        customer_id: customer.id,
        old_password: PASSWORD,
        new_password: NEXT,
      })

      expect((await signIn(store, "emailpass", { email })).status).toBe(200)
    })
  })
})

describe("A password change in a store with logins by e-mail only", () => {
  const store = useStore()

  it("accepts a password that is longer than bcrypt reads", async () => {
    const { token } = await verifiedCustomer(store)
    const answer = await store.api("POST", "/store/customers/me/password", {
      token,
      body: { old_password: PASSWORD, new_password: "x".repeat(200) },
    })
    expect(answer.status).toBe(200)
  })

  it("refuses a customer of another provider with 400 password_not_set", async () => {
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
