import {
  credentials,
  freshEmail,
  freshPhone,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { customersWith, insertCustomer } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const SPELLING = [0, 1, 2, 3, 4]

export function refusedRegistrationsByPhone(store: Store) {
  describe("POST /store/customers by phone", () => {
    it.each([
      ["no contact", {}],
      ["null for a phone", { phone: null }],
      ["only an e-mail", { email: "jane@example.com" }],
    ])(
      "refuses a body with %s with 400 contact_required",
      async (_what, contacts) => {
        const token = await registerIdentity(store, "phonepass", freshPhone())

        const { status, body } = await expectNothingWritten(store, () =>
          signUp(store, token, { first_name: "Jane", ...contacts })
        )

        expect(status).toBe(400)
        expect(body).toEqual({
          type: "invalid_data",
          code: "contact_required",
          message: expect.stringMatching(
            /"phone".*registers customers by phone/
          ),
        })
      }
    )

    it("refuses a phone that is not the identity's with 400 contact_mismatch", async () => {
      const token = await registerIdentity(store, "phonepass", freshPhone())

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { phone: freshPhone() })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("contact_mismatch")
    })

    it.each(SPELLING)(
      "refuses a phone that an account has proven with 422 contact_taken, whatever its spelling (spelling %i)",
      async (i) => {
        const phone = freshPhone()
        await insertCustomer(store, { phone, phone_verified: true })
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

    it("refuses an e-mail that an account has proven in another letter case with 422 contact_taken", async () => {
      const email = freshEmail()
      await insertCustomer(store, {
        email: email.toUpperCase(),
        email_verified: true,
      })
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

    it("refuses a second registration with one registration token with 400 already_registered", async () => {
      const { registrationToken, phone } = await registerCustomer(store, {
        provider: "phonepass",
      })

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, registrationToken, { phone })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("already_registered")
    })

    it("requires an e-mail of an identity of the store's own provider, as Medusa does", async () => {
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
      "refuses a registration through %s with 400 provider_not_allowed",
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
}
