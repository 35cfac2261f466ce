import {
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifyContact,
} from "../../helpers/fixtures"
import { oldAccount } from "../../helpers/old-account"
import { Store } from "../../helpers/store"

/** An address in mixed case, another one at each call. */
const typed = () => freshEmail().replace(/^/, "Jane.Doe.").replace("exa", "Exa")

export function loginSpelling(store: Store) {
  const login = (email: string, password = PASSWORD, method = "POST") =>
    store.api(method, "/auth/customer/emailpass", { body: { email, password } })

  const expectLogin = async (customerId: string, email: string) => {
    const { status, body } = await login(email)
    expect(status).toBe(200)
    expect(decodeJwt(body.token).actor_id).toBe(customerId)
  }

  describe("A login by e-mail in another letter case", () => {
    it("finds a new account", async () => {
      const email = typed()
      const account = await registerCustomer(store, {
        email,
        phone: freshPhone(),
      })
      const { customer } = account
      expect(customer.email).toBe(email.toLowerCase())
      await verifyContact(
        store,
        { ...account, email: email.toLowerCase() },
        "email_verification"
      )

      await expectLogin(customer.id, email)
      await expectLogin(customer.id, email.toLowerCase())
      await expectLogin(customer.id, email.toUpperCase())
      await expectLogin(customer.id, ` ${email}  `)
      const { status } = await login(email.toUpperCase(), PASSWORD, "GET")
      expect(status).toBe(200)
    })

    it("finds an old account that is stored in mixed case", async () => {
      const email = typed()
      const id = await oldAccount(store, email)

      await expectLogin(id, email)
      await expectLogin(id, email.toUpperCase())
      await expectLogin(id, email.toLowerCase())
    })

    it("tells old accounts apart that differ in letter case only", async () => {
      const email = typed()
      const first = await oldAccount(store, email)
      // One of them can have proven the e-mail.
      const others = [email.toLowerCase(), email.toUpperCase()]

      await expectLogin(first, email)
      for (const other of others) {
        const id = await oldAccount(store, other, { verified: false })
        expect(await login(other)).toMatchObject({
          status: 403,
          body: { code: "verification_required", customer_id: id },
        })
      }
      await expectLogin(first, email)
    })

    it("finds an old account although a stranger began a registration in lower case", async () => {
      const email = typed()
      const id = await oldAccount(store, email)
      await registerIdentity(
        store,
        "emailpass",
        email.toLowerCase(),
        "the stranger's password"
      )

      await expectLogin(id, email)
      await expectLogin(id, email.toLowerCase())
      await expectLogin(id, email.toUpperCase())
    })

    it("gates an old identity after an admin has changed the customer's e-mail", async () => {
      const email = typed()
      const id = await oldAccount(store, email)
      await store.db.query("update customer set email = $1 where id = $2", [
        freshEmail(),
        id,
      ])
      await store.db.query(
        "update customer set email_verified = true where id = $1",
        [id]
      )

      expect(await login(email)).toMatchObject({
        status: 403,
        body: { code: "verification_required", customer_id: id },
      })
    })

    it("refuses an old account in mixed case with 403 verification_required while it is unverified", async () => {
      const email = typed()
      const id = await oldAccount(store, email, { verified: false })

      for (const spelling of [email, email.toUpperCase()]) {
        const { status, body } = await login(spelling)
        expect(status).toBe(403)
        expect(body).toMatchObject({
          code: "verification_required",
          customer_id: id,
        })
      }
    })

    it("refuses a wrong password in every spelling", async () => {
      const email = typed()
      await oldAccount(store, email)

      for (const spelling of [email, email.toUpperCase()]) {
        const { status, body } = await login(spelling, "another password")
        expect(status).toBe(401)
        expect(body).toEqual({
          type: "unauthorized",
          code: "credentials_invalid",
          message: "Invalid email or password",
        })
      }
    })
  })
}
