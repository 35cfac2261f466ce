import {
  Account,
  codeOf,
  credentials,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  Provider,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
} from "../../helpers/new-password"
import { lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const GUESSES = 5

export function recoveryConfirmations(store: Store) {
  const customer = () =>
    verifiedCustomer(store, { provider: "phonepass", email: freshEmail() })

  const signIn = (provider: Provider, account: Account, password: string) =>
    store.api("POST", `/auth/customer/${provider}`, {
      body: credentials(
        provider,
        (provider === "emailpass" ? account.email : account.phone)!,
        password
      ),
    })

  /** Asks for a recovery and reads the message → what the owner of the phone has in hand. */
  const recovery = async (phone: string) => {
    const nth = messagesTo(store, phone).length + 1
    const { body } = await askForRecovery(store, { phone })
    const code = codeOf(await messageTo(store, phone, nth))
    return { token: body.token as string, code }
  }

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

  it("sets the password of every login, and logs nobody in", async () => {
    const account = await customer()
    await verifyContact(store, account, "email_verification")
    expect((await signIn("emailpass", account, PASSWORD)).status).toBe(200)

    const { status, body } = await confirmRecovery(
      store,
      await recovery(account.phone!)
    )

    expect({ status, body }).toEqual({ status: 200, body: { success: true } })
    for (const provider of ["emailpass", "phonepass"] as const) {
      expect((await signIn(provider, account, PASSWORD)).status).toBe(401)
      expect((await signIn(provider, account, NEW_PASSWORD)).status).toBe(200)
    }
  })

  it("proves the phone of an account that had proven nothing", async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })

    await confirmRecovery(store, await recovery(account.phone!))

    expect(await customerRow(store, account.customer.id)).toMatchObject({
      phone_verified: true,
      email_verified: false,
    })
    expect((await signIn("phonepass", account, NEW_PASSWORD)).status).toBe(200)
  })

  it("proves nothing of a phone that came onto the account meanwhile", async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const { id } = account.customer
    const typed = await recovery(account.phone!)
    const lock = await lockRows(
      store,
      "select id from provider_identity where entity_id = $1",
      [account.phone]
    )

    const answer = confirmRecovery(store, typed)
    await lock.awaited()
    const phone = freshPhone()
    await store.db.query("update customer set phone = $1 where id = $2", [
      phone,
      id,
    ])
    await lock.release()

    const { status, body } = await answer
    expect([status, body.code]).toEqual([400, "otp_invalid"])
    expect(await customerRow(store, id)).toMatchObject({
      email: account.email,
      phone,
      phone_verified: false,
    })
    expect((await signIn("phonepass", account, NEW_PASSWORD)).status).toBe(401)
    expect((await signIn("phonepass", account, PASSWORD)).status).toBe(403)
  })

  it("leaves the second factor of a proven account in force", async () => {
    const account = await customer()
    await enableMfa(store, account.token)

    await confirmRecovery(store, await recovery(account.phone!))

    const { body } = await signIn("phonepass", account, NEW_PASSWORD)
    expect(body).toMatchObject({ mfa_required: true })
    const { token } = body
    const me = await store.api("GET", "/store/customers/me", { token })
    expect(me.status).toBe(401)
  })

  it("checks the password before it uses the code up", async () => {
    const { phone } = await customer()
    const typed = await recovery(phone!)

    for (const password of ["", "x".repeat(73), "é".repeat(37)]) {
      const { status, body } = await expectNothingWritten(store, () =>
        confirmRecovery(store, typed, password)
      )
      expect([status, body.code]).toEqual([400, "invalid_body"])
    }

    expect((await confirmRecovery(store, typed)).status).toBe(200)
  })

  it("refuses a used, a replaced and an expired code, each by its name", async () => {
    const account = await customer()
    const first = await recovery(account.phone!)
    const second = await recovery(account.phone!)
    await expectCode(first, "otp_expired")
    expect((await confirmRecovery(store, second)).status).toBe(200)
    await expectCode(second, "otp_used")
    const third = await recovery(account.phone!)
    await store.db.query(
      "update otp_verification set expires_at = now() - interval '1 second' where purpose = 'password_recovery'"
    )
    await expectCode(third, "otp_expired")

    expect((await signIn("phonepass", account, NEW_PASSWORD)).status).toBe(200)
  })

  it("answers guesses for unknown contacts with the codes of known ones", async () => {
    const account = await customer()
    const known = await recovery(account.phone!)
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
    expect((await signIn("phonepass", account, PASSWORD)).status).toBe(200)
  })

  it("refuses the tokens of other purposes, and gives its own to none", async () => {
    const account = await customer()
    const { phone, token } = account
    const typed = await recovery(phone!)
    const sent = await store.api("POST", "/store/customers/otp/send", {
      body: { customer_id: account.customer.id, type: "email_verification" },
    })
    const code = codeOf(await messageTo(store, account.email!))

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

  it("lets one of twenty simultaneous right answers to two servers through", async () => {
    const account = await customer()
    const typed = await recovery(account.phone!)

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
    const login = await signIn("phonepass", account, `password ${winner}`)
    expect(login.status).toBe(200)
  })
}
