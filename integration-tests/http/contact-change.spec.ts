import {
  askForChange,
  changeContact,
  confirmChange,
} from "../helpers/change-contact"
import { failAfter } from "../helpers/fail-after"
import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../helpers/fixtures"
import { customerRow, identitiesOf, insertCustomer } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

const NO_WAIT = { resendThrottleSeconds: 0 }
const NO_LIMITS = { per_destination_hour: false, per_destination_day: false }

describe("A contact change in a store with logins by both", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      limits: NO_LIMITS,
    },
  })

  const byPhone = () =>
    verifiedCustomer(store, {
      provider: "phonepass",
      phone: freshPhone(),
      email: freshEmail(),
    })

  const login = (provider: "emailpass" | "phonepass", contact: string) =>
    store.api("POST", `/auth/customer/${provider}`, {
      body: credentials(provider, contact),
    })

  it("sends a code to the new contact and writes nothing to the customer", async () => {
    const { customer, token, phone } = await byPhone()
    const before = await customerRow(store, customer.id)
    const next = freshPhone()

    const asked = await askForChange(store, token, { phone: next })

    expect(asked.status).toBe(200)
    expect(Object.keys(asked.body).sort()).toEqual(["expires_at", "token"])
    expect(decodeJwt(asked.body.token)).toMatchObject({
      purpose: "contact_change",
      customer_id: customer.id,
      new_value: next,
    })
    expect(messagesTo(store, next)).toHaveLength(1)
    expect(messagesTo(store, phone!)).toHaveLength(1)
    expect(await customerRow(store, customer.id)).toEqual(before)
  })

  it("moves customer, flag and login together, and tells the old phone", async () => {
    const { customer, token, phone } = await byPhone()
    const next = freshPhone()

    const changed = await changeContact(store, token, { phone: next })

    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      customer: { id: customer.id, phone: next, phone_verified: true },
      needs_login: false,
    })
    const me = await store.api("GET", "/store/customers/me", {
      token: changed.body.token,
    })
    expect(me.body.customer.phone).toBe(next)
    expect((await login("phonepass", next)).status).toBe(200)
    expect((await login("phonepass", phone!)).status).toBe(401)
    const notice = await messageTo(store, phone!, 2)
    expect(notice.text).toContain(`+12*******${next.slice(-2)}`)
    expect(notice.text).not.toContain(next)
    const changes = store
      .events()
      .filter(({ name }) => name === "customer.contact_changed")
    expect(changes.at(-1)?.data).toEqual({ id: customer.id })
  })

  it("moves the login by e-mail too, and tells the old address", async () => {
    const account = await byPhone()
    await verifyContact(store, account, "email_verification")
    expect((await login("emailpass", account.email!)).status).toBe(200)
    const next = freshEmail()

    const changed = await changeContact(store, account.token, { email: next })

    expect(changed.body.customer).toMatchObject({
      email: next,
      email_verified: true,
      phone_verified: true,
    })
    expect((await login("emailpass", next)).status).toBe(200)
    expect((await login("emailpass", account.email!)).status).toBe(401)
    expect((await login("phonepass", account.phone!)).status).toBe(200)
    const notice = await messageTo(store, account.email!, 2)
    expect(notice).toMatchObject({ subject: "Your e-mail address was changed" })
    expect(notice.html).not.toContain(next)
  })

  it("verifies the contact that is there, if it is not verified", async () => {
    const { token, email } = await byPhone()

    const changed = await changeContact(store, token, { email: email! })

    expect(changed.body.customer).toMatchObject({ email, email_verified: true })
  })

  it("stands when the old contact cannot be told", async () => {
    const { token } = await byPhone()
    const next = freshPhone()
    const asked = await askForChange(store, token, { phone: next })
    const code = await lastCodeFor(store, next)
    store.failProvider(true)

    const changed = await confirmChange(store, token, {
      token: asked.body.token,
      code,
    })

    store.failProvider(false)
    expect(changed.status).toBe(200)
    expect(store.log()).not.toContain(next)
  })

  it("voids a registration of the new phone that somebody never finished", async () => {
    const { token } = await byPhone()
    const next = freshPhone()
    await registerIdentity(store, "phonepass", next, "the squatter's")

    expect((await changeContact(store, token, { phone: next })).status).toBe(
      200
    )
    expect((await login("phonepass", next)).status).toBe(200)
    expect(await identitiesOf(store, next)).toHaveLength(1)
  })

  describe("refuses at the request", () => {
    it.each([
      ["both contacts", { phone: "+12133734253", email: "jane@example.com" }],
      ["no contact", {}],
      ["a list", { phone: ["+12133734253"] }],
      ["an object", { email: { $ne: "" } }],
      ["null", { phone: null }],
      ["a control character", { email: "jane@example.com\u0000" }],
      ["a word", { phone: "call me" }],
      ["an unknown key", { phone: "+12133734253", phone_verified: true }],
    ])("%s", async (_case, body) => {
      const { token } = await byPhone()
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, body)
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "invalid_body" },
      })
    })

    it("the verified contact that is there already", async () => {
      const { token, phone } = await byPhone()
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, { phone })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "already_verified" },
      })
    })

    it("a contact of another account, in another spelling", async () => {
      const { token } = await byPhone()
      const other = await byPhone()
      const spelt = other.phone!.replace("+1213", "+1 (213) ")
      const refused = await expectNothingWritten(store, () =>
        askForChange(store, token, { phone: spelt })
      )
      expect(refused).toMatchObject({
        status: 422,
        body: { type: "duplicate_error", code: "contact_taken" },
      })
    })

    it("whoever is not logged in", async () => {
      expect(
        (await askForChange(store, undefined, { phone: freshPhone() })).status
      ).toBe(401)
    })
  })

  describe("refuses at the proof", () => {
    const pending = async () => {
      const account = await byPhone()
      const next = freshPhone()
      const asked = await askForChange(store, account.token, { phone: next })
      const code = await lastCodeFor(store, next)
      return { account, next, proof: { token: asked.body.token, code } }
    }

    it("the token of another customer, and burns no attempt of theirs", async () => {
      const { proof } = await pending()
      const stranger = await byPhone()
      const refused = await expectNothingWritten(store, () =>
        confirmChange(store, stranger.token, proof)
      )
      expect(refused).toMatchObject({
        status: 401,
        body: { code: "otp_token_invalid" },
      })
    })

    it("an altered token, and one for another purpose", async () => {
      const { account, proof } = await pending()
      const sent = await store.api("POST", "/store/customers/otp/send", {
        body: {
          customer_id: account.customer.id,
          type: "email_verification",
        },
      })
      for (const token of [`${proof.token}x`, sent.body.token]) {
        const refused = await expectNothingWritten(store, () =>
          confirmChange(store, account.token, { ...proof, token })
        )
        expect(refused).toMatchObject({
          status: 401,
          body: { code: "otp_token_invalid" },
        })
      }
    })

    it("a wrong code, a used one and an expired one", async () => {
      const { account, proof } = await pending()
      const wrong = proof.code === "000000" ? "000001" : "000000"
      const guess = await confirmChange(store, account.token, {
        ...proof,
        code: wrong,
      })
      expect(guess.body.code).toBe("otp_invalid")
      expect((await confirmChange(store, account.token, proof)).status).toBe(
        200
      )
      const used = await expectNothingWritten(store, () =>
        confirmChange(store, account.token, proof)
      )
      expect(used).toMatchObject({ status: 400, body: { code: "otp_used" } })

      const late = await pending()
      await store.db.query(
        "update otp_verification set expires_at = now() where subject = $1",
        [late.account.customer.id]
      )
      const expired = await confirmChange(store, late.account.token, late.proof)
      expect(expired).toMatchObject({
        status: 400,
        body: { code: "otp_expired" },
      })
    })

    it.each([
      ["the same contact", () => ({ phone: freshPhone() })],
      ["the other contact", () => ({ email: freshEmail() })],
    ])(
      "a pending change that a newer one of %s replaced",
      async (_c, newer) => {
        const { account, next, proof } = await pending()
        await askForChange(store, account.token, newer())
        const refused = await expectNothingWritten(store, () =>
          confirmChange(store, account.token, proof)
        )
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_expired" },
        })
        expect((await login("phonepass", next)).status).toBe(401)
      }
    )

    it("a contact that somebody took meanwhile, and leaves all as it was", async () => {
      const { account, next, proof } = await pending()
      await insertCustomer(store, { phone: next })
      const before = await customerRow(store, account.customer.id)

      const refused = await confirmChange(store, account.token, proof)

      expect(refused).toMatchObject({
        status: 422,
        body: { code: "contact_taken" },
      })
      expect(await customerRow(store, account.customer.id)).toEqual(before)
      expect((await login("phonepass", account.phone!)).status).toBe(200)
    })

    it("another value than the proven one, should it have come onto the account meanwhile", async () => {
      const { account, proof } = await pending()
      const { id } = account.customer
      const before = await customerRow(store, id)
      const other = freshPhone()
      // In the same statement, so that nothing comes in between.
      await store.db.query(
        `create function change_at_once() returns trigger language plpgsql as
           $$ begin new.phone := '${other}'; return new; end $$;
         create trigger change_at_once before update of phone on customer for each row
           when (new.id = '${id}' and new.phone <> '${account.phone}') execute function change_at_once()`
      )

      const refused = await confirmChange(store, account.token, proof)

      await store.db.query(
        "drop trigger change_at_once on customer; drop function change_at_once"
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "otp_invalid" },
      })
      expect(await customerRow(store, id)).toEqual(before)
      expect((await login("phonepass", account.phone!)).status).toBe(200)
    })

    it("a login that somebody else has, and leaves all as it was", async () => {
      const { account, next, proof } = await pending()
      const other = await byPhone()
      await store.db.query(
        "update provider_identity set entity_id = $1 where entity_id = $2",
        [next, other.phone]
      )
      const before = await customerRow(store, account.customer.id)

      const refused = await confirmChange(store, account.token, proof)

      expect(refused).toMatchObject({
        status: 422,
        body: { code: "contact_taken" },
      })
      expect(await customerRow(store, account.customer.id)).toEqual(before)
      expect((await login("phonepass", account.phone!)).status).toBe(200)
    })
  })

  it("lets one of two customers win who confirm one phone at once on two servers", async () => {
    for (let round = 0; round < 6; round++) {
      const accounts = [await byPhone(), await byPhone()]
      const next = freshPhone()
      const proofs: { token: string; code: string }[] = []
      for (const { token } of accounts) {
        const asked = await askForChange(store, token, { phone: next })
        const code = await lastCodeFor(store, next)
        proofs.push({ token: asked.body.token, code })
      }
      const answers = await Promise.all(
        accounts.map(({ token }, i) =>
          confirmChange(store, token, proofs[i], i)
        )
      )
      const won = answers.findIndex(({ status }) => status === 200)
      const lost = 1 - won
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
      expect(
        await customerRow(store, accounts[lost].customer.id)
      ).toMatchObject({ phone: accounts[lost].phone, phone_verified: true })
      expect((await login("phonepass", accounts[lost].phone!)).status).toBe(200)
      expect((await login("phonepass", next)).status).toBe(200)
    }
  })

  describe("undone by a step that fails after it, leaves all as it was", () => {
    it("for a phone with a login and a flag", async () => {
      const { customer, phone } = await byPhone()
      const before = await customerRow(store, customer.id)
      await failAfter(store, "update-contact", {
        customer_id: customer.id,
        contact: "phone",
        value: freshPhone(),
      })
      expect(await customerRow(store, customer.id)).toEqual(before)
      expect(before).toMatchObject({ phone, phone_verified: true })
      expect((await login("phonepass", phone!)).status).toBe(200)
    })

    it("for a first e-mail, and voids a code that was sent", async () => {
      const { customer } = await byPhone()
      await store.db.query("update customer set email = null where id = $1", [
        customer.id,
      ])
      const email = freshEmail()
      await failAfter(store, "update-contact", {
        customer_id: customer.id,
        contact: "email",
        value: email,
      })
      expect(await customerRow(store, customer.id)).toMatchObject({
        email: null,
        email_verified: false,
      })
      await failAfter(store, "send-contact-change-otp", {
        customer_id: customer.id,
        contact: "email",
        value: email,
      })
      const { rows } = await store.db.query(
        "select 1 from otp_verification where subject = $1 and consumed_at is null",
        [customer.id]
      )
      expect(rows).toEqual([])
    })
  })
})

describe("A contact change in a store with logins by e-mail", () => {
  const store = useStore({ options: { phone_verification: NO_WAIT } })

  it("adds a first phone and leaves the logins alone", async () => {
    const { customer, token, email } = await verifiedCustomer(store)
    const phone = freshPhone()

    const changed = await changeContact(store, token, { phone })

    expect(changed.body).toMatchObject({
      customer: { id: customer.id, phone, phone_verified: true },
      needs_login: false,
    })
    expect(decodeJwt(changed.body.token).actor_id).toBe(customer.id)
    expect(await identitiesOf(store, phone)).toEqual([])
    expect(await identitiesOf(store, email!)).toHaveLength(1)
  })
})
