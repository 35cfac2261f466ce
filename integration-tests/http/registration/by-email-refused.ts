import {
  freshEmail,
  freshPhone,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { insertCustomer } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

export function refusedRegistrationsByEmail(store: Store) {
  describe("POST /store/customers by e-mail", () => {
    it.each([
      ["no contact", {}],
      ["null for an e-mail", { email: null }],
      ["only a phone", { phone: "+12133734253" }],
    ])(
      "refuses a body with %s with 400 contact_required",
      async (_what, contacts) => {
        const token = await registerIdentity(store, "emailpass", freshEmail())

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { first_name: "Jane", ...contacts })
        )

        expect(status).toBe(400)
        expect(body).toEqual({
          type: "invalid_data",
          code: "contact_required",
          message: expect.stringMatching(
            /"email".*registers customers by email/
          ),
        })
      }
    )

    it("refuses an e-mail that is not the identity's with 400 contact_mismatch", async () => {
      const token = await registerIdentity(store, "emailpass", freshEmail())

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { email: freshEmail() })
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({
        type: "invalid_data",
        code: "contact_mismatch",
      })
    })

    it("refuses an e-mail that an account has proven in another letter case with 422 contact_taken", async () => {
      const email = freshEmail()
      await insertCustomer(store, {
        email: email.toUpperCase(),
        email_verified: true,
      })
      const token = await registerIdentity(store, "emailpass", email)

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { email })
      )

      expect(status).toBe(422)
      expect(body).toMatchObject({
        type: "duplicate_error",
        code: "contact_taken",
      })
    })

    it("refuses a phone that an account has proven in another spelling with 422 contact_taken", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone, phone_verified: true })
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, {
          email,
          phone: phone.replace(/^\+1(\d{3})/, "+1-$1."),
        })
      )

      expect(status).toBe(422)
      expect(body).toMatchObject({
        type: "duplicate_error",
        code: "contact_taken",
      })
    })

    it("refuses a second registration with one registration token with 400 already_registered", async () => {
      const { registrationToken, email } = await registerCustomer(store)

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, registrationToken, { email })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("already_registered")
    })

    it("refuses a registration with a login token with 400 already_registered", async () => {
      const { token, email } = await verifiedCustomer(store)

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { email })
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({
        type: "invalid_data",
        code: "already_registered",
      })
    })

    it("answers 401 without a token, to a forged token and to an admin's token", async () => {
      const body = { email: freshEmail() }
      const admin = await store.adminToken()

      const [none, forged, others] = await expectNothingWritten(store, () =>
        Promise.all(
          [undefined, "e30.e30.e30", admin].map((token) =>
            signUp(store, token, body)
          )
        )
      )

      expect([none.status, forged.status, others.status]).toEqual([
        401, 401, 401,
      ])
    })
  })
}
