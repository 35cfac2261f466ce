import {
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  Provider,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { customersWith, insertCustomer } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import {
  expectNothingWritten,
  writtenBesidesLimits,
} from "../../helpers/written"

export function registrationByBoth(store: Store) {
  const PROVIDERS: Provider[] = ["emailpass", "phonepass"]

  /** An identity of either provider, and the two contacts of its owner. */
  const begin = async (provider: Provider) => {
    const email = freshEmail()
    const phone = freshPhone()
    const own = provider === "emailpass" ? email : phone
    const token = await registerIdentity(store, provider, own)
    return { email, phone, token }
  }

  it.each([
    ["73 bytes", `${"é".repeat(36)}x`],
    ["1,025 characters", "x".repeat(1025)],
    ["no password", undefined],
  ])(
    "refuses a registration by e-mail with a password that a login by phone cannot store: %s",
    async (_what, password) => {
      const email = freshEmail()

      const { status, body } = await expectNothingWritten(store, () =>
        store.api("POST", "/auth/customer/emailpass/register", {
          body: { email, password },
        })
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({
        type: "invalid_data",
        code: "invalid_body",
        hint: expect.stringMatching(/^password: /),
      })
    }
  )

  describe("POST /store/customers by e-mail and phone", () => {
    it.each([
      ["email", "emailpass"],
      ["email", "phonepass"],
      ["phone", "emailpass"],
      ["phone", "phonepass"],
    ] as const)(
      "refuses a body without the %s for an identity of %s with 400 contact_required",
      async (missing, provider) => {
        const { email, phone, token } = await begin(provider)

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { email, phone, [missing]: undefined })
        )

        expect(status).toBe(400)
        expect(body).toEqual({
          type: "invalid_data",
          code: "contact_required",
          message: expect.stringMatching(
            `"${missing}".*registers customers by email and phone`
          ),
        })
      }
    )

    it.each([
      ["e-mail", "emailpass", { email: "other@example.com" }],
      ["phone", "phonepass", { phone: "+12133734253" }],
    ] as const)(
      "refuses another %s than that of the identity with 400 contact_mismatch",
      async (_contact, provider, other) => {
        const { email, phone, token } = await begin(provider)

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { email, phone, ...other })
        )

        expect(status).toBe(400)
        expect(body.code).toBe("contact_mismatch")
      }
    )

    it.each(PROVIDERS)(
      "refuses a second contact that another account has proven with 422 contact_taken, for an identity of %s",
      async (provider) => {
        const { email, phone, token } = await begin(provider)
        await insertCustomer(
          store,
          provider === "emailpass"
            ? { phone, phone_verified: true }
            : { email: email.toUpperCase(), email_verified: true }
        )

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { email, phone })
        )

        expect(status).toBe(422)
        expect(body).toMatchObject({
          type: "duplicate_error",
          code: "contact_taken",
        })
      }
    )
  })

  describe("POST /store/customers by e-mail and phone with autoSendOnRegistration", () => {
    it.each(PROVIDERS)(
      "sends both codes for an identity of %s, and each code verifies its contact",
      async (provider) => {
        const { registration, customer, email, phone } = await registerCustomer(
          store,
          { provider, email: freshEmail(), phone: freshPhone() }
        )

        expect(registration.verification).toEqual(
          ["email_verification", "phone_verification"].map((type) => ({
            type,
            token: expect.any(String),
            expires_at: expect.stringMatching(/^\d{4}-.*Z$/),
          }))
        )
        const [byEmail, byPhone] = registration.verification
        const first = await verify(
          store,
          byEmail.token,
          await lastCodeFor(store, email)
        )
        expect(first.body).toMatchObject({
          email_verified: true,
          phone_verified: false,
        })
        const second = await verify(
          store,
          byPhone.token,
          await lastCodeFor(store, phone)
        )
        expect(second.body).toMatchObject({
          email_verified: true,
          phone_verified: true,
          token: expect.any(String),
          needs_login: false,
        })
        expect(await customersWith(store, email)).toMatchObject([
          { id: customer.id, email_verified: true, phone_verified: true },
        ])
      }
    )

    it("undoes everything with 502 otp_delivery_failed when the provider fails, and registers at the next try", async () => {
      const { email, phone, token } = await begin("emailpass")

      store.failProvider(true)
      const failed = await expectNothingWritten(store, () =>
        signUp(store, token, { email, phone })
      ).finally(() => store.failProvider(false))

      expect(failed.status).toBe(502)
      expect(failed.body.code).toBe("otp_delivery_failed")

      const { status, body } = await signUp(store, token, { email, phone })
      expect(status).toBe(200)
      expect(body.verification).toHaveLength(2)
    })

    it("voids the e-mail's code when the phone's code is throttled", async () => {
      const { email, phone, token } = await begin("emailpass")
      await useUpHourlyLimit(phone)
      const before = await writtenBesidesLimits(store)

      const { status, body } = await signUp(store, token, { email, phone })

      expect(status).toBe(429)
      expect(body.code).toBe("otp_throttled")
      expect(await writtenBesidesLimits(store)).toEqual(before)
      // It cannot be unsent, but it opens nothing.
      expect(messagesTo(store, email)).toHaveLength(1)

      const otherPhone = freshPhone()
      const again = await signUp(store, token, { email, phone: otherPhone })
      expect(again.status).toBe(200)
      expect(messagesTo(store, email)).toHaveLength(2)
    })

    it("sends no more mails than the hourly limit allows, however often the phone's code is throttled", async () => {
      const { email, phone, token } = await begin("emailpass")
      await useUpHourlyLimit(phone)

      for (let i = 0; i < 7; i++) {
        const { status } = await signUp(store, token, { email, phone })
        expect(status).toBe(429)
      }

      expect(messagesTo(store, email)).toHaveLength(5)
    })

    it("keeps the link of another actor of the same identity when it undoes the customer", async () => {
      const { email, phone, token } = await begin("emailpass")
      await store.db.query(
        `update auth_identity set app_metadata = '{"user_id": "user_1"}'
         where id = (select auth_identity_id from provider_identity where entity_id = $1)`,
        [email]
      )

      store.failProvider(true)
      const failed = await expectNothingWritten(store, () =>
        signUp(store, token, { email, phone })
      ).finally(() => store.failProvider(false))

      expect(failed.status).toBe(502)
    })
  })

  /** Customers who have only named a phone share its messages. Guests may have the same one. */
  async function useUpHourlyLimit(phone: string) {
    const token = await registerIdentity(store, "emailpass", freshEmail())
    for (let i = 0; i < 5; i++) {
      const guest = await insertCustomer(store, { phone, has_account: false })
      await store.db.query(
        `update auth_identity set app_metadata = jsonb_build_object('customer_id', $1::text) where id = $2`,
        [guest, decodeJwt(token).auth_identity_id]
      )
      const { status } = await send(store, guest, undefined, { token })
      expect(status).toBe(200)
    }
  }
}
