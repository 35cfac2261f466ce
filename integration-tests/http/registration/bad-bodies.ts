import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerIdentity,
} from "../../helpers/fixtures"
import { customersWith } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const LONG = "x".repeat(1e5 - 200)
const DEEP = 5000

/** Values that are no contact, whether an e-mail or a phone is asked for. */
const NOT_A_CONTACT: [string, unknown][] = [
  ["a number", 12133734253],
  ["true", true],
  ["a list", ["jane@example.com"]],
  ["an empty list", []],
  ["an object", { $ne: null }],
  ["100,000 characters", LONG],
]

const BAD_EMAILS: [string, unknown][] = [
  ...NOT_A_CONTACT,
  ["a NUL", "jane\u0000@example.com"],
  ["a trailing NUL", "jane@example.com\u0000"],
  ["a new line", "jane@example.com\r\nBcc: joe@example.com"],
  ["two addresses", "jane@example.com,joe@example.com"],
  ["a lone surrogate", "jane\ud800@example.com"],
  ["letters that only look Latin", "j\u0430ne@example.com"],
]

const BAD_PHONES: [string, unknown][] = [
  ...NOT_A_CONTACT,
  ["a NUL", "+12133734253\u0000"],
  ["a new line", "+12133734253\r\n"],
  ["an extension", "+12133734253;ext=1"],
  ["words around the number", "call +12133734253 now"],
  ["a premium-rate number", "+19002345678"],
  ["no country code", "2133734253"],
]

const BAD_PROFILES: [string, Record<string, unknown>][] = [
  ["a number for a name", { first_name: 5 }],
  ["an object for a name", { first_name: { toString: "x" } }],
  ["a list for a name", { last_name: ["Jane"] }],
  ["a NUL in a name", { first_name: "Ja\u0000ne" }],
  ["a NUL in metadata", { metadata: { a: ["\u0000"] } }],
  ["a NUL in a key of metadata", { metadata: { "a\u0000": 1 } }],
  ["a lone surrogate in metadata", { metadata: { a: "\ud800" } }],
  ["a list for metadata", { metadata: ["a"] }],
  ["a text for metadata", { metadata: "phone_verified" }],
  ["email_verified", { email_verified: true }],
  ["phone_verified", { phone_verified: true }],
  ["has_account", { has_account: false }],
  ["an id", { id: "cus_mine" }],
  ["created_by", { created_by: "user_1" }],
  ["groups", { groups: [{ id: "cusgroup_1" }] }],
  ["the flags as their link", { customer_verification: { id: "x" } }],
  ["additional_data", { additional_data: { email_verified: true } }],
  ["constructor", { constructor: { prototype: { has_account: false } } }],
]

const NO_OBJECTS: [string, string][] = [
  ["an empty list", "[]"],
  ["a list", `[{"email":"jane@example.com"}]`],
  ["a number", "5"],
  ["a text", `"jane@example.com"`],
  ["null", "null"],
  ["half a JSON", `{"email":`],
]

/** Bodies that are no registration and no login, at every route that reads one: refused, and never a 500. */
export function badBodies(store: Store) {
  let email: string
  let token: string

  beforeAll(async () => {
    email = freshEmail()
    token = await registerIdentity(store, "emailpass", email)
  })

  const expectRefusal = async (body: unknown) => {
    const answer = await expectNothingWritten(store, () =>
      signUp(store, token, body)
    )
    expect(answer.status).toBe(400)
    expect(answer.body.type).toBe("invalid_data")
    return answer
  }

  describe("POST /store/customers with a bad body", () => {
    it.each(BAD_EMAILS)(
      "refuses %s for an e-mail with 400 invalid_body",
      async (_what, bad) => {
        const { body } = await expectRefusal({ email: bad })
        expect(body.code).toBe("invalid_body")
        expect(body.hint).toMatch(/^email: /)
      }
    )

    it.each(BAD_PHONES)(
      "refuses %s for a phone with 400 invalid_body",
      async (_what, bad) => {
        const { body } = await expectRefusal({ email, phone: bad })
        expect(body.code).toBe("invalid_body")
        expect(body.hint).toMatch(/^phone: /)
      }
    )

    it.each(BAD_PROFILES)("refuses %s with 400", async (_what, profile) => {
      await expectRefusal({ email, ...profile })
    })

    it.each(NO_OBJECTS)(
      "refuses %s for a body with 400",
      async (_what, json) => {
        await expectRefusal(json)
      }
    )

    it("refuses metadata that is nested without end with 400", async () => {
      const nested = "[".repeat(DEEP) + "]".repeat(DEEP)
      await expectRefusal(
        `{"email":"${email}","metadata":{"nested":${nested}}}`
      )
    })

    it("refuses a body of a million characters with 413", async () => {
      const { status } = await expectNothingWritten(store, () =>
        signUp(store, token, { email, first_name: "x".repeat(1e6) })
      )
      expect(status).toBe(413)
    })
  })

  describe("POST /store/customers with flags beside the contacts", () => {
    it("reads no verification flag from metadata or from a prototype", async () => {
      const own = freshEmail()
      const ownToken = await registerIdentity(store, "emailpass", own)

      const { status, body } = await signUp(
        store,
        ownToken,
        `{
          "email": "${own}",
          "metadata": { "email_verified": true, "phone_verified": true },
          "__proto__": { "email_verified": true, "has_account": false }
        }`
      )

      expect(status).toBe(200)
      expect(body.customer).toMatchObject({
        email_verified: false,
        phone_verified: false,
      })
      expect(await customersWith(store, own)).toMatchObject([
        { email_verified: false, phone_verified: false, has_account: true },
      ])
    })
  })

  describe.each([
    "/auth/customer/emailpass/register",
    "/auth/customer/emailpass",
  ])("POST %s with a bad body", (path) => {
    const expectUnauthorized = async (body: unknown) => {
      const answer = await expectNothingWritten(store, () =>
        store.api("POST", path, { body })
      )
      expect([400, 401]).toContain(answer.status)
      expect(answer.body.token).toBeUndefined()
    }

    it.each(BAD_EMAILS)(
      "refuses %s for an e-mail with 400 or 401",
      async (_what, bad) => {
        await expectUnauthorized({ email: bad, password: PASSWORD })
      }
    )

    it.each([
      ["a number", 12345678],
      ["an object", { $ne: null }],
      ["a list", [PASSWORD]],
      ["an empty text", ""],
      ["over 1,024 characters", "x".repeat(1025)],
      ["null", null],
    ])("refuses %s for a password with 400 or 401", async (_what, password) => {
      await expectUnauthorized({ email: freshEmail(), password })
    })

    it.each(NO_OBJECTS)(
      "refuses %s for a body with 400 or 401",
      async (_what, json) => {
        await expectUnauthorized(json)
      }
    )

    it("refuses a body without an e-mail with 400 or 401", async () => {
      await expectUnauthorized({ phone: freshPhone(), password: PASSWORD })
    })
  })
}
