import { sleep } from "../../../scripts/lib/clock"
import { atOnce } from "../../helpers/at-once"
import {
  askForLogin,
  confirmLogin,
  logInByCode,
  loginCode,
} from "../../helpers/code-login"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  codeOf,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const QUIET_MS = 2_000

export function codeLogins(store: Store) {
  const ada = () =>
    verifiedCustomer(store, { provider: "phonepass", email: freshEmail() })
  const me = (token: string) =>
    store.api("GET", "/store/customers/me", { token })

  describe("The login of a customer who has proven the contact", () => {
    it("logs them in by phone and by e-mail, and leaves their password", async () => {
      const { phone, customer } = await ada()
      const byPhone = await logInByCode(store, { phone })
      const { email } = await verifiedCustomer(store, { phone: freshPhone() })
      const byEmail = await logInByCode(store, { email })

      expect(byPhone.status).toBe(200)
      expect(byPhone.body).toEqual({
        token: expect.any(String),
        needs_login: false,
      })
      expect(decodeJwt(byPhone.body.token)).toMatchObject({
        actor_id: customer.id,
        actor_type: "customer",
      })
      expect((await me(byPhone.body.token)).body.customer.id).toBe(customer.id)
      expect(byEmail.status).toBe(200)
      const password = await store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", phone, PASSWORD),
      })
      expect(password.status).toBe(200)
    })

    it("is one login, of 30 confirmations of one code on two servers", async () => {
      const { phone } = await ada()
      const typed = await loginCode(store, { phone })
      const answers = await atOnce(30, (nth) =>
        confirmLogin(store, typed, nth % 2)
      )

      const codes = answers.map(({ status, body }) => body.code ?? status)
      expect(codes.filter((code) => code === 200)).toHaveLength(1)
      // As many as one code allows are compared.
      const refusals = codes.filter((code) => code !== 200)
      expect(["otp_used", "otp_attempts_exceeded"]).toEqual(
        expect.arrayContaining([...new Set(refusals)])
      )
    })

    it("counts wrong codes, and refuses the right one after five", async () => {
      const { phone } = await ada()
      const { token, code } = await loginCode(store, { phone })
      const wrong = String((Number(code) + 1) % 1e6).padStart(6, "0")
      for (let guess = 0; guess < 5; guess++) {
        const { body } = await confirmLogin(store, { token, code: wrong })
        expect(body.code).toBe("otp_invalid")
      }
      const { status, body } = await confirmLogin(store, { token, code })
      expect([status, body.code]).toEqual([400, "otp_attempts_exceeded"])
    })

    it("is a challenge for who has a second factor", async () => {
      const { phone, token } = await ada()
      await enableMfa(store, token)
      const { status, body } = await logInByCode(store, { phone })

      expect(status).toBe(200)
      expect(body).toMatchObject({
        mfa_required: true,
        mfa_challenge: { id: expect.any(String), methods: ["totp"] },
      })
      expect(decodeJwt(body.token).actor_id).toBe("")
      expect((await me(body.token)).status).toBe(401)
    })

    it("counts after their sessions were revoked", async () => {
      const { phone, token } = await ada()
      await store.api("POST", "/store/customers/me/sessions/revoke", { token })
      const { body } = await logInByCode(store, { phone })

      expect((await me(token)).status).toBe(401)
      expect((await me(body.token)).status).toBe(200)
    })

    it("is possible with the customer's own token after a stranger has used up what anybody may ask for", async () => {
      const { phone, token } = await ada()
      const ask = (own?: string) =>
        store.api("POST", "/store/customers/login/request", {
          token: own,
          body: { phone },
        })
      let asked = await ask()
      for (let nth = 1; nth < 20 && asked.status === 200; nth++) {
        asked = await ask()
      }
      expect([asked.status, asked.body.code]).toEqual([429, "otp_throttled"])

      // Codes go out at most a second after the answer.
      await sleep(QUIET_MS)
      const before = messagesTo(store, phone).length
      const { status, body } = await ask(token)
      expect(status).toBe(200)
      const code = codeOf(await messageTo(store, phone, before + 1))
      const login = await confirmLogin(store, { token: body.token, code })
      expect(login.status).toBe(200)
    })

    it("is possible until a confirmed deletion is executed", async () => {
      const { phone, customer } = await ada()
      await insertConfirmedRequest(store, customer.id, {})
      expect((await logInByCode(store, { phone })).status).toBe(200)
    })

    it("works with the fixed code of a test contact, to whom no message goes", async () => {
      const phone = "+12133734299"
      const account = { provider: "phonepass", email: freshEmail(), phone }
      const registered = await registerWithCode(store, account, "135790")
      const { body } = await askForLogin(store, { phone })
      const typed = { token: body.token, code: "135790" }
      const login = await confirmLogin(store, typed)

      expect(decodeJwt(login.body.token).actor_id).toBe(registered)
      expect(messagesTo(store, phone)).toEqual([])
    })
  })

  describe("The code of a login", () => {
    it("confirms nothing else, and no other code logs anybody in", async () => {
      const { phone } = await ada()
      const typed = await loginCode(store, { phone })
      const recovery = await expectNothingWritten(store, () =>
        store.api("POST", "/store/customers/password/confirm", {
          body: { ...typed, password: "a new battery staple" },
        })
      )
      expect([recovery.status, recovery.body.code]).toEqual([
        401,
        "otp_token_invalid",
      ])
      const { body } = await store.api(
        "POST",
        "/store/customers/password/request",
        { body: { phone } }
      )
      const other = await confirmLogin(store, { ...typed, token: body.token })
      expect([other.status, other.body.code]).toEqual([
        401,
        "otp_token_invalid",
      ])
      expect((await confirmLogin(store, typed)).status).toBe(200)
    })
  })
}

/** A customer whose phone is proven by a code that is known. */
async function registerWithCode(
  store: Store,
  { email, phone }: { email: string; phone: string },
  code: string
): Promise<string> {
  const { body: identity } = await store.api(
    "POST",
    "/auth/customer/phonepass/register",
    { body: credentials("phonepass", phone, PASSWORD) }
  )
  const { body } = await store.api("POST", "/store/customers", {
    token: identity.token,
    body: { email, phone },
  })
  const { id } = body.customer
  const sent = await store.api("POST", "/store/customers/otp/send", {
    body: { customer_id: id, type: "phone_verification" },
  })
  const { status } = await store.api("POST", "/store/customers/otp/verify", {
    body: { token: sent.body.token, code },
  })
  expect(status).toBe(200)
  return id as string
}
