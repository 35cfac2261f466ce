import {
  Account,
  credentials,
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
  Provider,
  registerCustomer,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { askForChange, confirmChange } from "../../helpers/change-contact"
import { enableMfa } from "../../helpers/mfa"
import {
  askForReset,
  finishReset,
  NEW_PASSWORD,
  resetPassword,
  resetToken,
} from "../../helpers/new-password"
import { lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"

const INVALID_TOKEN = { type: "unauthorized", message: "Invalid token" }

export function resetting(store: Store) {
  const contacts = () => ({ email: freshEmail(), phone: freshPhone() })
  const customer = () => verifiedCustomer(store, contacts())

  const signIn = (provider: Provider, account: Account, password: string) =>
    store.api("POST", `/auth/customer/${provider}`, {
      body: credentials(
        provider,
        (provider === "emailpass" ? account.email : account.phone)!,
        password
      ),
    })

  const update = (body: unknown, token?: string) =>
    store.api("POST", "/auth/customer/emailpass/update", { token, body })

  it.each(["body", "header"])(
    "takes the token in the %s, once",
    async (place) => {
      const account = await customer()
      const token = await resetToken(store, account.email!)
      const send = () =>
        place === "body"
          ? update({ password: NEW_PASSWORD, token })
          : update({ password: NEW_PASSWORD }, token)

      const { status, body } = await send()

      expect({ status, body }).toEqual({ status: 200, body: { success: true } })
      const again = await expectNothingWritten(store, send)
      expect(again.status).toBe(401)
      expect(again.body).toMatchObject(INVALID_TOKEN)
      expect((await signIn("emailpass", account, NEW_PASSWORD)).status).toBe(
        200
      )
      expect((await signIn("emailpass", account, PASSWORD)).status).toBe(401)
    }
  )

  it("lets one of ten simultaneous uses of a token through", async () => {
    const { email } = await customer()
    const token = await resetToken(store, email!)

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        finishReset(store, token, `password ${i}`)
      )
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array<number>(9).fill(401),
    ])
  })

  it.each(["the session", "the registration", "no", "an altered"])(
    "refuses %s token",
    async (kind) => {
      const account = await customer()
      const reset = await resetToken(store, account.email!)
      const tokens: Record<string, string | undefined> = {
        "the session": account.token,
        "the registration": account.registrationToken,
        "an altered": `${reset.slice(0, -4)}AAAA`,
      }
      const token = tokens[kind]

      const [bearer, inBody] = await expectNothingWritten(store, async () => [
        await update({ password: NEW_PASSWORD }, token),
        await update({ password: NEW_PASSWORD, token }),
      ])

      expect([bearer.status, inBody.status]).toEqual([401, 401])
      expect((await finishReset(store, reset)).status).toBe(200)
    }
  )

  it.each([
    ["of 73 bytes", "é".repeat(36) + "x"],
    ["that is empty", ""],
    ["that is no string", ["x"]],
  ])(
    "refuses a password %s, and the token stays good",
    async (_what, password) => {
      const { email } = await customer()
      const token = await resetToken(store, email!)

      const { status, body } = await expectNothingWritten(store, () =>
        update({ password }, token)
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({
        type: "invalid_data",
        code: "invalid_body",
        message: expect.stringContaining("password"),
      })
      expect((await finishReset(store, token)).status).toBe(200)
    }
  )

  it.each([
    "/auth/customer/%65mailpass/update",
    "/auth/%63ustomer/emailpass/update",
    "/auth/customer/emailpass/update/",
  ])(
    "refuses a body without a password at %s too, and the token stays good there",
    async (path) => {
      const account = await registerCustomer(store, contacts())
      const token = await resetToken(store, account.email!)

      const { status, body } = await expectNothingWritten(store, () =>
        store.api("POST", path, { token, body: {} })
      )

      expect([status, body.code]).toEqual([400, "invalid_body"])
      const finished = await store.api("POST", path, {
        body: { token, password: NEW_PASSWORD },
      })
      expect(finished.status).toBe(200)
    }
  )

  it("changes both logins of an account, and says so by the customer's id alone", async () => {
    const account = await customer()
    await verifyContact(store, account, "phone_verification")
    expect((await signIn("phonepass", account, PASSWORD)).status).toBe(200)

    await resetPassword(store, account.email!)

    for (const provider of ["emailpass", "phonepass"] as const) {
      expect((await signIn(provider, account, PASSWORD)).status).toBe(401)
      expect((await signIn(provider, account, NEW_PASSWORD)).status).toBe(200)
    }
    const event = await waitFor("the event", () =>
      store
        .events()
        .find(
          ({ name, data }) =>
            name === "customer.password_changed" &&
            data.id === account.customer.id
        )
    )
    expect(event.data).toEqual({ id: account.customer.id })
  })

  it("proves the e-mail of an account that had proven nothing", async () => {
    const account = await registerCustomer(store, contacts())
    expect((await signIn("emailpass", account, PASSWORD)).status).toBe(403)

    await resetPassword(store, account.email!)

    expect(await customerRow(store, account.customer.id)).toMatchObject({
      email_verified: true,
      phone_verified: false,
    })
    expect((await signIn("emailpass", account, NEW_PASSWORD)).status).toBe(200)
  })

  it("proves nothing of an e-mail that came onto the account meanwhile", async () => {
    const account = await registerCustomer(store, contacts())
    const { id } = account.customer
    const token = await resetToken(store, account.email!)
    const lock = await lockRows(
      store,
      "select id from provider_identity where entity_id = $1",
      [account.email]
    )

    const answer = finishReset(store, token)
    await lock.awaited()
    const email = freshEmail()
    await store.db.query("update customer set email = $1 where id = $2", [
      email,
      id,
    ])
    await lock.release()

    const { status, body } = await answer
    expect([status, body.code]).toEqual([400, "otp_invalid"])
    expect(await customerRow(store, id)).toMatchObject({
      email,
      phone: account.phone,
      email_verified: false,
    })
    expect((await signIn("emailpass", account, NEW_PASSWORD)).status).toBe(401)
    expect((await signIn("emailpass", account, PASSWORD)).status).toBe(403)
  })

  it("is a change of password like any other for a customer whose e-mail an admin changed", async () => {
    const account = await customer()
    const { id } = account.customer
    const phone = freshPhone()
    const asked = await askForChange(store, account.token, { phone })
    const code = await lastCodeFor(store, phone)
    const email = freshEmail()
    const changed = await store.api("POST", `/admin/customers/${id}`, {
      token: await store.adminToken(),
      body: { email },
    })
    expect(changed.status).toBe(200)

    await resetPassword(store, account.email!)

    const event = await waitFor("the event", () =>
      store
        .events()
        .find(
          ({ name, data }) =>
            name === "customer.password_changed" && data.id === id
        )
    )
    expect(event.data).toEqual({ id })
    const late = await confirmChange(store, account.token, {
      token: asked.body.token,
      code,
    })
    expect([late.status, late.body.code]).toEqual([400, "otp_expired"])
    expect(await customerRow(store, id)).toMatchObject({
      email,
      email_verified: false,
    })
  })

  it("sends no mail to an e-mail that an account with a proven phone merely names", async () => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      ...contacts(),
    })
    const other = await customer()
    const before = store.outbox().length

    expect((await askForReset(store, account.email!)).status).toBe(201)

    await resetToken(store, other.email!)
    const sent = store.outbox().slice(before)
    expect(sent.map(({ to }) => to)).toEqual([other.email])
  })

  it("leaves the second factor of a proven account in force", async () => {
    const account = await customer()
    await enableMfa(store, account.token)

    await resetPassword(store, account.email!)

    const { status, body } = await signIn("emailpass", account, NEW_PASSWORD)
    expect(status).toBe(200)
    expect(body).toMatchObject({ mfa_required: true })
    const me = await store.api("GET", "/store/customers/me", {
      token: body.token,
    })
    expect(me.status).toBe(401)
  })
}
