import {
  freshEmail,
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
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

export function ownProfile(store: Store) {
  let account: Awaited<ReturnType<typeof verifiedCustomer>>

  beforeAll(async () => {
    account = await verifiedCustomer(store, { phone: freshPhone() })
  })

  describe("GET /store/customers/me", () => {
    it("answers the verification flags beside Medusa's fields", async () => {
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

    it("answers the requested fields and the verification flags", async () => {
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
      expect(body).toEqual({
        type: "unauthorized",
        code: "unauthorized",
        message: "Unauthorized",
      })
    })
  })

  describe.each(["POST", "PATCH"])("%s /store/customers/me", (method) => {
    it("updates the profile and answers it with the verification flags", async () => {
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

    it("answers the requested fields and the verification flags", async () => {
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
      ["phone", () => ["+12133734253"]],
      ["email", () => freshEmail()],
      ["email", () => account.email],
      ["email", () => "not an address"],
    ])(
      "refuses any value of %s with 400 contact_change_not_allowed",
      async (contact, value) => {
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
      }
    )

    it.each(["/store/customers/me/", "/STORE/Customers/ME", `${ME}?fields=id`])(
      "refuses a contact at %s with 400 contact_change_not_allowed",
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
      ["no token", () => undefined],
      ["the token of a registration", () => account.registrationToken],
    ])("answers 401 to %s before it reads the body", async (_who, token) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, ME, {
          token: token(),
          body: { phone: freshPhone() },
        })
      )

      expect(status).toBe(401)
      expect(body).toEqual({
        type: "unauthorized",
        code: "unauthorized",
        message: "Unauthorized",
      })
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
    ])("refuses %s with 400 invalid_body", async (_what, bad) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, ME, { token: account.token, body: bad })
      )

      expect(status).toBe(400)
      expect(body).toMatchObject({ type: "invalid_data", code: "invalid_body" })
    })

    it("changes no other customer", async () => {
      const other = await registerCustomer(store)
      const before = await customerRow(store, other.customer.id)

      await store.api(method, ME, {
        token: account.token,
        body: { first_name: "Only me" },
      })

      expect(await customerRow(store, other.customer.id)).toEqual(before)
    })
  })
}
