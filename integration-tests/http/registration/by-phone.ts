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

    it("stores an optional e-mail in lower case and unverified", async () => {
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
      "stores a phone in E.164, whatever its spelling (spelling %i)",
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

    it("registers an account with the phone of a guest", async () => {
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
  })

  describe("POST /store/customers by phone with autoSendOnRegistration", () => {
    it("answers the token and the expiry of the code that it sent", async () => {
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

    it("undoes everything with 502 otp_delivery_failed when the provider fails, and registers at the next try", async () => {
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

    it("sends no code for a refused registration", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone, phone_verified: true })
      const token = await registerIdentity(store, "phonepass", phone)

      await signUp(store, token, { phone })

      expect(messagesTo(store, phone)).toEqual([])
    })
  })
}
