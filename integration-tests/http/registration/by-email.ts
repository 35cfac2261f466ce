import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
} from "../../helpers/fixtures"
import { customerRow, identitiesOf, insertCustomer } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten, written } from "../../helpers/written"
import { REFUSED_FIRST_NAME } from "../../store/refused-name"

export function registrationByEmail(store: Store) {
  const createdCustomers = () =>
    store
      .events()
      .filter(({ name }) => name === "customer.created")
      .map(({ data }) => String(data.id))

  describe("POST /store/customers by e-mail", () => {
    it("creates the customer of the identity, verifies nothing and sends nothing", async () => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)
      const sent = store.outbox().length

      const { status, body } = await signUp(store, token, {
        email,
        first_name: "Jane",
        metadata: { source: "spec" },
      })

      expect(status).toBe(200)
      expect(body).toEqual({ customer: expect.any(Object) })
      expect(body.customer).toMatchObject({
        email,
        phone: null,
        first_name: "Jane",
        metadata: { source: "spec" },
        has_account: true,
        email_verified: false,
        phone_verified: false,
      })
      expect(await customerRow(store, body.customer.id)).toMatchObject({
        email,
        phone: null,
        has_account: true,
        email_verified: false,
        phone_verified: false,
      })
      expect(await identitiesOf(store, email)).toMatchObject([
        { provider: "emailpass", customer_id: body.customer.id },
      ])
      expect((await written(store)).reservations).toEqual([])
      expect(store.outbox()).toHaveLength(sent)
      await waitFor("customer.created", () =>
        createdCustomers().find((id) => id === body.customer.id)
      )
    })

    it("answers the requested fields and the verification flags", async () => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)

      const { status, body } = await store.api(
        "POST",
        "/store/customers?fields=id,email",
        { token, body: { email, first_name: "Jane" } }
      )

      expect(status).toBe(200)
      expect(body.customer).toEqual({
        id: expect.stringMatching(/^cus_/),
        email,
        email_verified: false,
        phone_verified: false,
      })
    })

    it("trims the e-mail and stores it in lower case, on the identity and on the customer", async () => {
      const email = freshEmail()
      const token = await registerIdentity(
        store,
        "emailpass",
        `  ${email.toUpperCase()} `
      )

      const { status, body } = await signUp(store, token, {
        email: ` ${email.toUpperCase()}  `,
      })

      expect(status).toBe(200)
      expect(body.customer.email).toBe(email)
      expect((await customerRow(store, body.customer.id))?.email).toBe(email)
      expect(await identitiesOf(store, email)).toMatchObject([
        { entity_id: email },
      ])
    })

    it("stores an optional phone in E.164 and unverified", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const token = await registerIdentity(store, "emailpass", email)

      const { status, body } = await signUp(store, token, {
        email,
        phone: phone.replace(/^\+1(\d{3})(\d{3})/, "+1 ($1) $2-"),
      })

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({ phone, phone_verified: false })
      expect((await customerRow(store, body.customer.id))?.phone).toBe(phone)
    })

    it("changes nothing of a guest with the same e-mail and phone", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const guest = await insertCustomer(store, {
        email,
        phone,
        has_account: false,
      })

      const { customer } = await registerCustomer(store, { email, phone })

      expect(customer.id).not.toBe(guest)
      expect(await customerRow(store, guest)).toMatchObject({
        email,
        phone,
        has_account: false,
        email_verified: false,
        phone_verified: false,
      })
    })

    it("undoes everything when the store's hook refuses the created customer, and registers them at the next try", async () => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)

      const refused = await expectNothingWritten(store, () =>
        signUp(store, token, { email, first_name: REFUSED_FIRST_NAME })
      )
      expect(refused.status).toBe(400)
      expect(refused.body.message).toBe("This store refuses the customer")

      const { status, body } = await signUp(store, token, { email })
      expect(status).toBe(200)
      expect(await identitiesOf(store, email)).toMatchObject([
        { customer_id: body.customer.id },
      ])
      await waitFor("customer.created", () =>
        createdCustomers().find((id) => id === body.customer.id)
      )
      for (const id of createdCustomers()) {
        expect(await customerRow(store, id)).toBeDefined()
      }
    })

    it("resumes a registration whose token the client lost, with the same password only", async () => {
      const email = freshEmail()
      await registerIdentity(store, "emailpass", email)

      const stranger = await store.api(
        "POST",
        "/auth/customer/emailpass/register",
        { body: { email, password: "another password" } }
      )
      expect(stranger.status).toBe(401)

      const again = await registerIdentity(store, "emailpass", email, PASSWORD)
      expect((await signUp(store, again, { email })).status).toBe(200)
      expect(await identitiesOf(store, email)).toHaveLength(1)
    })
  })

  describe("POST /store/customers with an identity of the store's own provider", () => {
    const houseToken = async () => {
      const { body } = await store.api("POST", "/auth/customer/house", {
        body: { name: freshEmail(), secret: "open sesame" },
      })
      return body.token as string
    }

    it("registers a customer with any e-mail, as Medusa does", async () => {
      const email = freshEmail()

      const { status, body } = await signUp(store, await houseToken(), {
        email,
      })

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({
        email,
        has_account: true,
        email_verified: false,
      })
    })

    it("refuses a registration without an e-mail with 400 contact_required, as Medusa does", async () => {
      const token = await houseToken()

      const { status, body } = await expectNothingWritten(store, () =>
        signUp(store, token, { first_name: "Jane" })
      )

      expect(status).toBe(400)
      expect(body.code).toBe("contact_required")
    })
  })
}
