import { expectEqualWork } from "../../helpers/equal-work"
import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { identitiesOf } from "../../helpers/rows"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** In a store with logins by e-mail and by phone, and with bcrypt's cost at 12. */
export function secondLogin(store: Store) {
  const byPhone = () =>
    verifiedCustomer(store, {
      provider: "phonepass",
      phone: freshPhone(),
      email: freshEmail(),
    })

  describe("A first login by the account's other contact", () => {
    it("adds a second login with its own hash to the identity once the contact is verified", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")

      const answer = await signIn(store, "emailpass", account)

      expect(answer.status).toBe(200)
      expect(decodeJwt(answer.body.token)).toMatchObject({
        actor_id: account.customer.id,
        auth_provider: "emailpass",
      })
      const [phone] = await identitiesOf(store, account.phone)
      const [email] = await identitiesOf(store, account.email)
      expect(email.auth_identity_id).toBe(phone.auth_identity_id)
      expect(phone.password).toMatch(/^\$2b\$12\$/)
      expect(Buffer.from(email.password!, "base64").toString()).toMatch(
        /^scrypt/
      )
    })

    it("adds a login by phone to an account that registered by e-mail", async () => {
      const account = await verifiedCustomer(store, {
        email: freshEmail(),
        phone: freshPhone(),
      })
      await verifyContact(store, account, "phone_verification")
      expect((await signIn(store, "phonepass", account)).status).toBe(200)
      const [phone] = await identitiesOf(store, account.phone)
      expect(phone.password).toMatch(/^\$2b\$12\$/)
    })

    it("answers an unverified contact like an unknown one", async () => {
      const account = await byPhone()
      const unverified = await expectNothingWritten(store, () =>
        signIn(store, "emailpass", account)
      )
      const unknown = await signIn(store, "emailpass", { email: freshEmail() })
      expect(unverified.status).toBe(401)
      expect(unverified.body).toEqual(unknown.body)
    })

    it("adds nothing for a wrong password", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")
      const refused = await expectNothingWritten(store, () =>
        signIn(store, "emailpass", account, "wrong")
      )
      expect(refused.status).toBe(401)
    })

    it("adds one login for 20 first logins at once", async () => {
      const account = await byPhone()
      await verifyContact(store, account, "email_verification")
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => signIn(store, "emailpass", account))
      )
      for (const { status } of answers) {
        expect(status).toBe(200)
      }
      expect(await identitiesOf(store, account.email)).toHaveLength(1)
      expect((await signIn(store, "emailpass", account)).status).toBe(200)
    })

    it("replaces a registration that somebody else began with the contact", async () => {
      const account = await byPhone()
      await registerIdentity(store, "emailpass", account.email, "stranger's")
      await verifyContact(store, account, "email_verification")
      expect((await signIn(store, "emailpass", account)).status).toBe(200)
      expect(
        (await signIn(store, "emailpass", account, "stranger's")).status
      ).toBe(401)
    })

    it("answers with Medusa's challenge for a customer with MFA", async () => {
      const account = await byPhone()
      await enableMfa(store, account.token)
      await verifyContact(store, account, "email_verification")
      const answer = await signIn(store, "emailpass", account)
      expect(answer.body).toMatchObject({ mfa_required: true })
      expect(decodeJwt(answer.body.token).actor_id).toBe("")
    })

    it("does the same work with a wrong password for an unknown e-mail and for one with a login by phone", async () => {
      const account = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      await verifyContact(store, account, "email_verification")
      const emails = { unknown: freshEmail(), known: account.email }

      await expectEqualWork(
        store,
        ["unknown", "known"],
        15,
        (who) =>
          store.api("POST", "/auth/customer/emailpass", {
            body: credentials("emailpass", emails[who], "another password"),
          }),
        {
          status: 401,
          body: {
            type: "unauthorized",
            code: "credentials_invalid",
            message: "Invalid email or password",
          },
        }
      )
    }, 180_000)
  })
}
