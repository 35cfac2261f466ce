import {
  freshEmail,
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const ME = "/store/customers/me"

/** The original's words, letter by letter. */
const REFUSALS = {
  phone:
    "Phone changes require OTP verification. Use POST /store/customers/me/contact to request a change.",
  email:
    "Email changes require OTP verification. Use POST /store/customers/me/contact to request a change.",
}

export function profile(store: Store) {
  let account: Awaited<ReturnType<typeof verifiedCustomer>>

  beforeAll(async () => {
    account = await verifiedCustomer(store, { phone: freshPhone() })
  })

  describe("GET /store/customers/me", () => {
    it("shows the flags beside what Medusa shows", async () => {
      const { status, body } = await store.api("GET", ME, {
        token: account.token,
      })

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({
        id: account.customer.id,
        email: account.email,
        phone: account.phone,
        has_account: true,
        addresses: [],
        email_verified: true,
        phone_verified: false,
      })
      expect(body.customer).not.toHaveProperty("customer_verification")
    })

    it("answers the fields that were asked for, and the flags", async () => {
      const { body } = await store.api("GET", `${ME}?fields=id,first_name`, {
        token: account.token,
      })

      expect(Object.keys(body.customer).sort()).toEqual([
        "email_verified",
        "first_name",
        "id",
        "phone_verified",
      ])
    })

    it.each([
      ["no token", () => undefined],
      ["a forged token", () => "e30.e30.e30"],
      ["the token of a registration", () => account.registrationToken],
    ])("answers 401 to %s", async (_what, token) => {
      const { status, body } = await store.api("GET", ME, { token: token() })

      expect(status).toBe(401)
      expect(body).toEqual({ message: "Unauthorized" })
    })
  })

  describe.each(["POST", "PATCH"])("%s /store/customers/me", (method) => {
    it("updates the profile and answers it with the flags", async () => {
      const { status, body } = await store.api(method, ME, {
        token: account.token,
        body: {
          first_name: `Jane by ${method}`,
          company_name: null,
          metadata: { phone_verified: true, by: method },
        },
      })

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({
        id: account.customer.id,
        first_name: `Jane by ${method}`,
        metadata: { phone_verified: true, by: method },
        email_verified: true,
        phone_verified: false,
      })
      expect(await customerRow(store, account.customer.id)).toMatchObject({
        first_name: `Jane by ${method}`,
        email: account.email,
        phone: account.phone,
        email_verified: true,
        phone_verified: false,
      })
    })

    it("answers the fields that were asked for, and the flags", async () => {
      const { status, body } = await store.api(method, `${ME}?fields=id`, {
        token: account.token,
        body: { last_name: `Doe by ${method}` },
      })

      expect(status).toBe(200)
      expect(body.customer).toEqual({
        id: account.customer.id,
        email_verified: true,
        phone_verified: false,
      })
    })

    it.each<["phone" | "email", () => unknown]>([
      ["phone", () => freshPhone()],
      ["phone", () => account.phone],
      ["phone", () => null],
      ["phone", () => ["+12133734253"]],
      ["email", () => freshEmail()],
      ["email", () => account.email],
      ["email", () => null],
      ["email", () => "not an address"],
    ])("refuses %s, whatever its value", async (contact, value) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, ME, {
          token: account.token,
          body: { first_name: "Other", [contact]: value() },
        })
      )

      expect(status).toBe(400)
      expect(body).toEqual({
        type: "not_allowed",
        code: "contact_change_not_allowed",
        message: REFUSALS[contact],
      })
    })

    it.each(["/store/customers/me/", "/STORE/Customers/ME", `${ME}?fields=id`])(
      "refuses a contact at %s too",
      async (path) => {
        const { status, body } = await expectNothingWritten(store, () =>
          store.api(method, path, {
            token: account.token,
            body: { phone: freshPhone() },
          })
        )

        expect(status).toBe(400)
        expect(body.code).toBe("contact_change_not_allowed")
      }
    )

    it.each([
      ["nobody", () => undefined],
      ["a registration", () => account.registrationToken],
    ])("answers 401 to %s before it looks at the body", async (_who, token) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, ME, {
          token: token(),
          body: { phone: freshPhone() },
        })
      )

      expect(status).toBe(401)
      expect(body).toEqual({ message: "Unauthorized" })
    })

    it.each([
      ["email_verified", { email_verified: true }],
      ["phone_verified", { phone_verified: true }],
      ["the flags as their link", { customer_verification: {} }],
      ["has_account", { has_account: false }],
      ["id", { id: "cus_other" }],
      ["a number for a name", { first_name: 5 }],
      ["an object for a name", { first_name: { toString: 1 } }],
      ["a NUL in a name", { first_name: "Ja\u0000ne" }],
      ["a NUL in metadata", { metadata: { a: "\u0000" } }],
      ["a list", ["first_name"]],
    ])("refuses %s", async (_what, bad) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, ME, { token: account.token, body: bad })
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({ type: "invalid_data", code: "invalid_body" })
    })

    it("writes no other customer", async () => {
      const other = await registerCustomer(store)
      const before = await customerRow(store, other.customer.id)

      await store.api(method, ME, {
        token: account.token,
        body: { first_name: "Only me" },
      })

      expect(await customerRow(store, other.customer.id)).toEqual(before)
    })
  })

  describe("The flags in the admin API", () => {
    const asAdmin = async (method: string, path: string, body?: unknown) =>
      store.api(method, path, { token: await store.adminToken(), body })

    it("are readable beside a customer, and in a list", async () => {
      const { id } = account.customer
      const one = await asAdmin(
        "GET",
        `/admin/customers/${id}?fields=%2Bcustomer_verification.*`
      )
      expect(one.status).toBe(200)
      expect(one.body.customer.customer_verification).toMatchObject({
        email_verified: true,
        phone_verified: false,
      })

      const list = await asAdmin(
        "GET",
        `/admin/customers?id=${id}&fields=id,customer_verification.email_verified`
      )
      expect(list.body.customers).toMatchObject([
        { id, customer_verification: { email_verified: true } },
      ])
    })

    it.each([
      { phone_verified: true },
      { email_verified: false },
      { customer_verification: { phone_verified: true } },
    ])("are not writable: %j", async (flags) => {
      const { id } = account.customer

      const updated = await expectNothingWritten(store, () =>
        asAdmin("POST", `/admin/customers/${id}`, flags)
      )
      expect(updated.status).toBe(400)

      const email = freshEmail()
      const created = await expectNothingWritten(store, () =>
        asAdmin("POST", "/admin/customers", { email, ...flags })
      )
      expect(created.status).toBe(400)
    })

    it("stay as they are when metadata or additional data name them", async () => {
      const { id } = account.customer

      const { status } = await asAdmin("POST", `/admin/customers/${id}`, {
        metadata: { phone_verified: true },
        additional_data: { phone_verified: true, email_verified: false },
      })

      expect(status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        email_verified: true,
        phone_verified: false,
      })
    })
  })

  describe("A guest", () => {
    it("is created and updated by an admin as in Medusa, contacts included", async () => {
      const token = await store.adminToken()
      const created = await store.api("POST", "/admin/customers", {
        token,
        body: { email: freshEmail(), phone: "not checked by Medusa" },
      })
      expect(created.status).toBe(200)
      const { id } = created.body.customer
      const changed = { email: freshEmail(), phone: freshPhone() }

      const updated = await store.api("POST", `/admin/customers/${id}`, {
        token,
        body: changed,
      })

      expect(updated.status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({
        ...changed,
        has_account: false,
        email_verified: false,
        phone_verified: false,
      })
    })

    it("may share a phone with other guests", async () => {
      const phone = freshPhone()
      await insertCustomer(store, { phone, has_account: false })
      await insertCustomer(store, { phone, has_account: false })

      const { status } = await store.api("POST", "/admin/customers", {
        token: await store.adminToken(),
        body: { email: freshEmail(), phone },
      })

      expect(status).toBe(200)
    })

    it("gets a cart with their e-mail as in Medusa", async () => {
      const region = await store.api("POST", "/admin/regions", {
        token: await store.adminToken(),
        body: { name: "Anywhere", currency_code: "eur" },
      })
      const email = freshEmail()

      const { status, body } = await store.api("POST", "/store/carts", {
        body: { region_id: region.body.region.id, email },
      })

      expect(status).toBe(200)
      expect(await customerRow(store, body.cart.customer_id)).toMatchObject({
        email,
        has_account: false,
        email_verified: false,
      })
    })
  })
}
