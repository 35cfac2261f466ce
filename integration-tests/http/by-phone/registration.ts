import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { verify } from "../../helpers/otp"
import {
  customerRow,
  customersWith,
  identitiesOf,
  insertCustomer,
} from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { expectNothingWritten, written } from "../../helpers/written"

const SPELLING = [0, 1, 2, 3, 4]

export function registrationByPhone(store: Store) {
  describe("POST /store/customers by phone", () => {
    it("registers, verifies and logs in a customer who never has an e-mail", async () => {
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)

      const registered = await signUp(store, token, { phone })

      expect(registered.status).toBe(200)
      const { customer, verification } = registered.body
      expect(customer).toMatchObject({
        phone,
        email: null,
        has_account: true,
        email_verified: false,
        phone_verified: false,
      })
      expect(await customerRow(store, customer.id)).toMatchObject({
        phone,
        email: null,
      })
      expect(await identitiesOf(store, phone)).toMatchObject([
        { provider: "phonepass", entity_id: phone, customer_id: customer.id },
      ])

      const verified = await verify(
        store,
        verification[0].token,
        await lastCodeFor(store, phone)
      )
      expect(verified.status).toBe(200)
      expect(verified.body).toMatchObject({
        verified: true,
        type: "phone_verification",
        phone_verified: true,
        email_verified: false,
        needs_login: false,
      })
      expect(decodeJwt(verified.body.token).actor_id).toBe(customer.id)

      const again = await store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", phone),
      })
      const me = await store.api("GET", "/store/customers/me", {
        token: again.body.token,
      })
      expect(me.body.customer).toMatchObject({
        id: customer.id,
        email: null,
        phone,
        phone_verified: true,
      })
      expect((await written(store)).reservations).toEqual([])
    })

    it("keeps an e-mail that comes along, in lower case and unverified", async () => {
      const phone = freshPhone()
      const email = freshEmail()
      const token = await registerIdentity(store, "phonepass", phone)

      const { status, body } = await signUp(store, token, {
        phone,
        email: ` ${email.toUpperCase()} `,
      })

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({ email, email_verified: false })
      expect(await customerRow(store, body.customer.id)).toMatchObject({
        email,
        phone,
        email_verified: false,
        phone_verified: false,
      })
      expect(messagesTo(store, email)).toEqual([])
    })

    it.each(SPELLING)(
      "keeps a phone in E.164 whatever its spelling (%i)",
      async (i) => {
        const phone = freshPhone()
        const spelling = spellings(phone)
        const token = await registerIdentity(store, "phonepass", spelling[i])
        expect(await identitiesOf(store, phone)).toMatchObject([
          { entity_id: phone },
        ])

        const { status, body } = await signUp(store, token, {
          phone: spelling[(i + 1) % spelling.length],
        })

        expect(status).toBe(200)
        expect(body.customer.phone).toBe(phone)
        expect((await customerRow(store, body.customer.id))?.phone).toBe(phone)
        expect(messagesTo(store, phone)).toHaveLength(1)
      }
    )

    it.each([
      ["nothing", {}],
      ["no phone but null", { phone: null }],
      ["only an e-mail", { email: "jane@example.com" }],
    ])("asks for the phone when there is %s", async (_what, contacts) => {
      const token = await registerIdentity(store, "phonepass", freshPhone())

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { first_name: "Jane", ...contacts })
      )

      expect(status).toBe(400)
      expect(body).toEqual({
        type: "invalid_data",
        code: "contact_required",
        message: expect.stringMatching(/"phone".*registers customers by phone/),
      })
    })

    it("refuses a phone that is not the identity's", async () => {
      const token = await registerIdentity(store, "phonepass", freshPhone())

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { phone: freshPhone() })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("contact_mismatch")
    })

    it.each(SPELLING)(
      "refuses a phone that an account has, whatever its spelling (%i)",
      async (i) => {
        const phone = freshPhone()
        await insertCustomer(store, { phone })
        const token = await registerIdentity(store, "phonepass", phone)

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { phone: spellings(phone)[i] })
        )

        expect(status).toBe(422)
        expect(body).toEqual({
          type: "duplicate_error",
          code: "contact_taken",
          message: "This phone already belongs to an account. Log in instead.",
        })
        expect(await customersWith(store, phone)).toHaveLength(1)
      }
    )

    it("refuses an e-mail that an account has in another letter case", async () => {
      const email = freshEmail()
      await insertCustomer(store, { email: email.toUpperCase() })
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { phone, email })
      )

      expect(status).toBe(422)
      expect(body).toMatchObject({
        type: "duplicate_error",
        code: "contact_taken",
        message: "This email already belongs to an account. Log in instead.",
      })
    })

    it("registers the phone of a guest", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone, has_account: false })

      const { customer } = await registerCustomer(store, {
        provider: "phonepass",
        phone,
      })

      expect(await customersWith(store, phone)).toHaveLength(2)
      expect(await customerRow(store, customer.id)).toMatchObject({
        has_account: true,
        phone_verified: false,
      })
    })

    it("makes one customer of one registration token", async () => {
      const { registrationToken, phone } = await registerCustomer(store, {
        provider: "phonepass",
      })

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, registrationToken, { phone })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("already_registered")
    })

    it("asks an identity of the store's own provider for an e-mail, as Medusa does", async () => {
      const house = await store.api("POST", "/auth/customer/house", {
        body: { name: freshEmail(), secret: "open sesame" },
      })
      const { token } = house.body

      const without = await expectNothingWritten(store, () =>
        signUp(store, token, { phone: freshPhone() })
      )
      expect(without.status).toBe(400)
      expect(without.body.code).toBe("contact_required")

      const email = freshEmail()
      const { status, body } = await signUp(store, token, { email })
      expect(status).toBe(200)
      expect(body.customer).toMatchObject({ email, phone: null })
    })

    it.each(["emailpass", "%65mailpass"])(
      "begins no registration through %s",
      async (provider) => {
        const { status, body } = await expectNothingWritten(store, () =>
          store.api("POST", `/auth/customer/${provider}/register`, {
            body: credentials("emailpass", freshEmail()),
          })
        )

        expect(status).toBe(400)
        expect(body).toMatchObject({
          type: "not_allowed",
          code: "provider_not_allowed",
        })
      }
    )
  })

  describe("POST /store/customers with autoSendOnRegistration", () => {
    it("answers the token and the expiry of the code it sent", async () => {
      const phone = freshPhone()
      const before = Date.now()

      const { registration } = await registerCustomer(store, {
        provider: "phonepass",
        phone,
      })

      expect(registration.verification).toEqual([
        {
          type: "phone_verification",
          token: expect.any(String),
          expires_at: expect.any(String),
        },
      ])
      const lifetime =
        Date.parse(registration.verification[0].expires_at) - before
      expect(lifetime).toBeGreaterThan(14 * 60_000)
      expect(lifetime).toBeLessThan(16 * 60_000)
      expect((await messageTo(store, phone)).channel).toBe("sms")
      expect(messagesTo(store, phone)).toHaveLength(1)
    })

    it("leaves everything as it was when the provider fails, and registers at once when it is back", async () => {
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)

      store.failProvider(true)
      const failed = await expectNothingWritten(store, () =>
        signUp(store, token, { phone })
      ).finally(() => store.failProvider(false))

      expect(failed.status).toBe(502)
      expect(failed.body).toEqual({
        type: "unexpected_state",
        code: "otp_delivery_failed",
        message: expect.stringContaining("could not be delivered"),
      })
      expect(await customersWith(store, phone)).toEqual([])

      const { status, body } = await signUp(store, token, { phone })
      expect(status).toBe(200)
      const { token: otp } = body.verification[0]
      const verified = await verify(store, otp, await lastCodeFor(store, phone))
      expect(verified.body).toMatchObject({ phone_verified: true })
    })

    it("sends nothing for a registration that is refused", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone })
      const token = await registerIdentity(store, "phonepass", phone)

      await signUp(store, token, { phone })

      expect(messagesTo(store, phone)).toEqual([])
    })
  })
}
