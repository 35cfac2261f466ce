import { failAfter } from "../../helpers/fail-after"
import { decodeJwt, freshEmail, PASSWORD } from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { NEW_PASSWORD } from "../../helpers/new-password"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import {
  bothLogins,
  expectRevoked,
  expectRevokedEverywhere,
  expectValid,
  me,
  refresh,
  revokeSessions,
  someCustomer,
} from "./logins"

export function otherLogins(store: Store) {
  describe("A revoked login where a guest may be", () => {
    let token: string
    let customer: Awaited<ReturnType<typeof someCustomer>>

    beforeAll(async () => {
      customer = await someCustomer(store)
      token = customer.token
      await revokeSessions(store, { token })
    })

    it("lists products", async () => {
      const { status } = await store.api("GET", "/store/products", { token })
      expect(status).toBe(200)
    })

    it("makes a guest's cart", async () => {
      const region = await store.api("POST", "/admin/regions", {
        token: await store.adminToken(),
        body: { name: "Anywhere", currency_code: "eur" },
      })
      const { status, body } = await store.api("POST", "/store/carts", {
        token,
        body: { region_id: region.body.region.id },
      })
      expect(status).toBe(200)
      expect(body.cart.customer_id ?? null).toBeNull()
    })

    it("is not counted as revoked if this server has not made it", async () => {
      const [head, claims] = token.split(".")
      const forged = `${head}.${claims}.${"A".repeat(43)}`
      const { status, body } = await me(store, { token: forged })
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: "unauthorized",
          code: "unauthorized",
          message: "Unauthorized",
        },
      })
    })

    it("does not keep a customer from logging in, in or out of a session", async () => {
      const { cookie } = await bothLogins(store, (await revokeAll()).fresh)
      await revokeAll()
      const login = await store.api("POST", "/auth/customer/emailpass", {
        token,
        headers: cookie.headers,
        body: { email: customer.email, password: PASSWORD },
      })
      expect(login.status).toBe(200)
    })

    it("logs out", async () => {
      const { cookie } = await bothLogins(store, (await revokeAll()).fresh)
      await revokeAll()
      const { status } = await store.api("DELETE", "/auth/session", cookie)
      expect(status).toBe(200)
    })

    it("leaves Medusa's words for a wrong password alone", async () => {
      const { status, body } = await store.api(
        "POST",
        "/auth/customer/emailpass",
        { token, body: { email: customer.email, password: "no" } }
      )
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: "unauthorized",
          code: "credentials_invalid",
          message: "Invalid email or password",
        },
      })
    })

    it("gives way to a valid bearer beside a revoked cookie", async () => {
      const first = (await revokeAll()).fresh
      const { cookie } = await bothLogins(store, first)
      const { fresh } = await revokeAll()
      const both = { ...cookie, token: fresh }
      expect((await me(store, both)).status).toBe(200)
    })

    const revokeAll = async () => {
      const { body } = await signIn(store, "emailpass", customer)
      const revoked = await revokeSessions(store, { token: body.token })
      return { fresh: revoked.body.token as string }
    }
  })

  it("Admins and other customers keep their logins", async () => {
    const customer = await someCustomer(store)
    const admin = await store.adminToken()
    await revokeSessions(store, { token: customer.token })
    const { status } = await store.api("GET", "/admin/users/me", {
      token: admin,
    })
    expect(status).toBe(200)
    expect((await refresh(store, { token: admin })).status).toBe(200)
  })

  it("A revocation on one server counts on the other at once", async () => {
    const { token } = await someCustomer(store)
    const { body } = await store.api(
      "POST",
      "/store/customers/me/sessions/revoke",
      { token, server: 1 }
    )
    expectRevoked(await me(store, { token, server: 0 }))
    expect((await me(store, { token: body.token, server: 0 })).status).toBe(200)
  })

  it("A login with MFA goes on with the token of the revocation", async () => {
    const account = await someCustomer(store)
    const currentCode = await enableMfa(store, account.token)
    const first = await signIn(store, "emailpass", account)
    const second = await store.api(
      "POST",
      `/auth/mfa/challenges/${first.body.mfa_challenge.id}/verify`,
      {
        token: first.body.token,
        body: { method: "totp", code: currentCode() },
      }
    )
    expect(second.status).toBe(200)
    const halfway = await signIn(store, "emailpass", account)

    const { status, body } = await revokeSessions(store, {
      token: second.body.token,
    })

    expect({ status, body }).toMatchObject({
      status: 200,
      body: { needs_login: false },
    })
    expect(decodeJwt(body.token)).toMatchObject({
      actor_id: account.customer.id,
      mfa_enabled: true,
      mfa_challenge_completed_at: expect.any(String),
    })
    await expectValid(store, { token: body.token })
    await expectRevokedEverywhere(store, { token: second.body.token })
    expectRevoked(await refresh(store, { token: halfway.body.token }))
    const again = await signIn(store, "emailpass", account)
    expect(again).toMatchObject({ status: 200, body: { mfa_required: true } })
    expect((await refresh(store, { token: again.body.token })).status).toBe(200)
  })

  it.each([
    ["change-password", { old_password: PASSWORD, new_password: NEW_PASSWORD }],
    [
      "reset-password",
      { contact: "email", proven: true, new_password: NEW_PASSWORD },
    ],
    ["update-contact", { contact: "email" }],
  ])(
    "A %s that is undone leaves the sessions ended, and the next login counts",
    async (name, more) => {
      const account = await someCustomer(store)
      const { customer, token } = account
      const { cookie } = await bothLogins(store, token)

      await failAfter(store, name, {
        customer_id: customer.id,
        auth_identity_id: decodeJwt(token).auth_identity_id,
        ...more,
        ...(name === "update-contact" && { value: freshEmail() }),
      })

      expectRevoked(await me(store, { token }))
      expectRevoked(await me(store, cookie))
      const again = await signIn(store, "emailpass", account)
      await expectValid(store, { token: again.body.token })
    }
  )

  it("Of two password changes at once one is refused, and its token opens nothing", async () => {
    const account = await someCustomer(store)
    const passwords = ["the first horse", "the second horse"]
    const answers = await Promise.all(
      passwords.map((new_password, server) =>
        store.api("POST", "/store/customers/me/password", {
          server,
          token: account.token,
          body: { old_password: PASSWORD, new_password },
        })
      )
    )
    const won = answers.findIndex(({ status }) => status === 200)
    const lost = answers[1 - won]
    expect(answers[won].status).toBe(200)
    expectRevoked(lost)
    await expectValid(store, { token: answers[won].body.token })
    expect(
      (await signIn(store, "emailpass", account, passwords[won])).status
    ).toBe(200)
    expect(
      (await signIn(store, "emailpass", account, passwords[1 - won])).status
    ).toBe(401)
  })
}
