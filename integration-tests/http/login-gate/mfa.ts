import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { expectGated } from "../../helpers/login-gate"
import { enableMfa } from "../../helpers/mfa"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

/** In a store with logins by e-mail and by phone. */
export function loginsWithMfa(store: Store) {
  const login = (email: string, password = PASSWORD) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: credentials("emailpass", email, password),
    })
  const unverifiedCustomer = () =>
    registerCustomer(store, { phone: freshPhone() })
  const refresh = (token: string) =>
    store.api("POST", "/auth/token/refresh", { token })
  const me = (token: string) =>
    store.api("GET", "/store/customers/me", { token })

  /** The second step: the code of the app, with the token of the first. */
  const answerChallenge = (first: HttpResponse["body"], code: string) =>
    store.api("POST", `/auth/mfa/challenges/${first.mfa_challenge.id}/verify`, {
      token: first.token,
      body: { method: "totp", code },
    })

  const expectChallenge = ({ status, body }: HttpResponse) => {
    expect(status).toBe(200)
    expect(body).toMatchObject({
      mfa_required: true,
      mfa_challenge: { id: expect.any(String), methods: ["totp"] },
    })
    expect(decodeJwt(body.token)).toMatchObject({
      actor_id: "",
      mfa_enabled: true,
    })
  }

  const expectLogin = async (
    { status, body }: HttpResponse,
    account: Account
  ) => {
    expect(status).toBe(200)
    expect(decodeJwt(body.token)).toMatchObject({
      actor_id: account.customer.id,
      actor_type: "customer",
      auth_provider: "emailpass",
      mfa_enabled: true,
      mfa_challenge_completed_at: expect.any(String),
    })
    expect((await me(body.token)).status).toBe(200)
  }

  describe("The login gate for a customer with MFA and an unverified e-mail", () => {
    it("refuses login, refresh and challenge when MFA was enabled before the customer was created", async () => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)
      const currentCode = await enableMfa(store, token)
      const challenged = await refresh(token)
      expectChallenge(challenged)
      const { body } = await signUp(store, token, {
        email,
        phone: freshPhone(),
      })
      const { id } = body.customer

      expectGated(await login(email), id)
      expectGated(await refresh(token), id)
      expectGated(await refresh(challenged.body.token), id)
      expectGated(await answerChallenge(challenged.body, currentCode()), id)
      expect((await me(token)).status).toBe(401)
    })

    it("refuses login and refresh when MFA was enabled after the customer was created", async () => {
      const { email, customer, registrationToken } = await unverifiedCustomer()
      await enableMfa(store, registrationToken)

      expectGated(await login(email), customer.id)
      expectGated(await refresh(registrationToken), customer.id)
      expect((await me(registrationToken)).status).toBe(401)
    })

    it("refuses a challenge that began while the e-mail was verified", async () => {
      const account = await verifiedCustomer(store, { phone: freshPhone() })
      const currentCode = await enableMfa(store, account.token)
      const first = await login(account.email)
      expectChallenge(first)
      const { id } = account.customer
      await store.db.query(
        "update customer set email_verified = false where id = $1",
        [id]
      )

      expectGated(await answerChallenge(first.body, currentCode()), id)
    })

    it("answers a wrong password with Medusa's 401 and nothing else", async () => {
      const { email, registrationToken } = await unverifiedCustomer()
      await enableMfa(store, registrationToken)

      const { status, body } = await login(email, "another password")

      expect(status).toBe(401)
      expect(body).toEqual({
        type: "unauthorized",
        code: "credentials_invalid",
        message: "Invalid email or password",
      })
    })

    it("answers the right code with Medusa's challenge and no login", async () => {
      const account = await unverifiedCustomer()
      const currentCode = await enableMfa(store, account.registrationToken)

      const verified = await verifyContact(store, account, "email_verification")

      expect(verified).toMatchObject({
        verified: true,
        email_verified: true,
        mfa_required: true,
        needs_login: true,
      })
      expect(decodeJwt(verified.token)).toMatchObject({
        actor_id: "",
        mfa_enabled: true,
      })
      expect((await me(verified.token)).status).toBe(401)
      await expectLogin(await answerChallenge(verified, currentCode()), account)
    })
  })

  describe("The login gate for a customer with MFA and a verified e-mail", () => {
    let account: Account & { token: string }
    let currentCode: () => string

    beforeAll(async () => {
      account = await verifiedCustomer(store, { phone: freshPhone() })
      currentCode = await enableMfa(store, account.token)
    })

    it("lets the customer log in with password and code, and refresh the token", async () => {
      const first = await login(account.email!)
      expectChallenge(first)
      const refused = await me(first.body.token)
      expect([refused.status, refused.body.code]).toEqual([401, "mfa_required"])

      const second = await answerChallenge(first.body, currentCode())
      await expectLogin(second, account)
      await expectLogin(await refresh(second.body.token), account)
    })

    it("refuses a wrong code of the second factor", async () => {
      const first = await login(account.email!)
      const wrong = String((Number(currentCode()) + 1) % 1e6).padStart(6, "0")

      const { status, body } = await answerChallenge(first.body, wrong)

      expect(status).toBe(400)
      expect(body).toMatchObject({
        type: "not_allowed",
        message: "Invalid MFA challenge code",
      })
    })

    it("answers the refresh of a registration token with a challenge", async () => {
      const refreshed = await refresh(account.registrationToken)
      expectChallenge(refreshed)
      await expectLogin(
        await answerChallenge(refreshed.body, currentCode()),
        account
      )
    })

    it("gives no login for the first step's token, by refresh or by session", async () => {
      const first = await login(account.email!)

      expectChallenge(await refresh(first.body.token))
      const session = await store.api("POST", "/auth/session", {
        token: first.body.token,
      })
      const cookie = String(session.headers["set-cookie"]?.[0]).split(";")[0]
      const headers = { cookie }
      expect(
        (await store.api("GET", "/store/customers/me", { headers })).status
      ).toBe(401)
      expectChallenge(
        await store.api("POST", "/auth/token/refresh", { headers })
      )
    })
  })
}
