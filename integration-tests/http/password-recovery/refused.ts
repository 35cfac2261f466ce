import {
  codeOf,
  freshEmail,
  freshPhone,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const GUESSES = 5

export function refusedConfirmations(store: Store) {
  const customer = () =>
    verifiedCustomer(store, { provider: "phonepass", email: freshEmail() })

  const expectCode = async (
    typed: { token: string; code: string },
    code: string
  ) => {
    const { status, body } = await confirmRecovery(store, typed)
    expect([status, body.code]).toEqual([
      code === "otp_token_invalid" ? 401 : 400,
      code,
    ])
  }

  const wrong = (code: string) =>
    String((Number(code) + 1) % 1e6).padStart(6, "0")

  describe("POST /store/customers/password/confirm", () => {
    it("refuses a used code with otp_used, and a replaced and an expired one with otp_expired", async () => {
      const account = await customer()
      const first = await recoveryCode(store, account.phone)
      const second = await recoveryCode(store, account.phone)
      await expectCode(first, "otp_expired")
      expect((await confirmRecovery(store, second)).status).toBe(200)
      await expectCode(second, "otp_used")
      const third = await recoveryCode(store, account.phone)
      await store.db.query(
        "update otp_verification set expires_at = now() - interval '1 second' where purpose = 'password_recovery'"
      )
      await expectCode(third, "otp_expired")

      expect(
        (await signIn(store, "phonepass", account, NEW_PASSWORD)).status
      ).toBe(200)
    })

    it("answers guesses for unknown contacts with the same errors as for known ones", async () => {
      const account = await customer()
      const known = await recoveryCode(store, account.phone)
      const unverified = freshPhone()
      await verifiedCustomer(store, { phone: unverified })
      const strangers = [freshPhone(), unverified].map(async (phone) => {
        const { body } = await askForRecovery(store, { phone })
        return { token: body.token as string, code: "123456" }
      })
      const guesses = [
        { ...known, code: wrong(known.code) },
        ...(await Promise.all(strangers)),
      ]

      for (const guess of guesses) {
        for (let i = 0; i < GUESSES; i++) {
          await expectCode(guess, "otp_invalid")
        }
        await expectCode(guess, "otp_attempts_exceeded")
      }
      await expectCode(known, "otp_attempts_exceeded")
      expect((await signIn(store, "phonepass", account, PASSWORD)).status).toBe(
        200
      )
    })

    it("refuses tokens of other purposes, and other routes refuse its tokens", async () => {
      const account = await customer()
      const { phone, token } = account
      const typed = await recoveryCode(store, phone)
      const sent = await store.api("POST", "/store/customers/otp/send", {
        body: { customer_id: account.customer.id, type: "email_verification" },
      })
      const code = codeOf(await messageTo(store, account.email))

      for (const foreign of [
        sent.body.token as string,
        token,
        account.registrationToken,
        `${typed.token.slice(0, -4)}AAAA`,
      ]) {
        const { status, body } = await expectNothingWritten(store, () =>
          confirmRecovery(store, { token: foreign, code })
        )
        expect([status, body.code]).toEqual([401, "otp_token_invalid"])
      }
      for (const path of [
        "/store/customers/otp/verify",
        "/store/customers/me/contact/verify",
      ]) {
        const { status, body } = await store.api("POST", path, {
          token,
          body: typed,
        })
        expect([status, body.code]).toEqual([401, "otp_token_invalid"])
      }
      for (const [method, path] of [
        ["GET", "/store/customers/me"],
        ["POST", "/auth/token/refresh"],
        ["POST", "/auth/session"],
        ["POST", "/auth/customer/emailpass/update"],
      ]) {
        const answer = await store.api(method, path, {
          token: typed.token,
          body: method === "POST" ? { password: NEW_PASSWORD } : undefined,
        })
        expect(answer.status).toBe(401)
      }
      expect((await confirmRecovery(store, typed)).status).toBe(200)
    })

    it("accepts one of twenty right codes at once on two servers", async () => {
      const account = await customer()
      const typed = await recoveryCode(store, account.phone)

      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          confirmRecovery(store, typed, `password ${i}`, i % 2)
        )
      )

      const winner = answers.findIndex(({ status }) => status === 200)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status, body } of answers.filter((_, i) => i !== winner)) {
        expect(status).toBe(400)
        expect(["otp_used", "otp_attempts_exceeded"]).toContain(body.code)
      }
      const login = await signIn(
        store,
        "phonepass",
        account,
        `password ${winner}`
      )
      expect(login.status).toBe(200)
    })
  })
}
