import { freshPhone } from "../../helpers/contacts"
import {
  freshEmail,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import type { Store } from "../../helpers/store"
import { confirmCode, flagsOf, requestCode } from "./settings"

const NOT_THEIRS = { status: 400, body: { code: "contact_missing" } }

/** Whoever asks for what is not theirs learns nothing. */
export function refusedRequests(store: Store) {
  const someone = () => registerCustomer(store, { phone: freshPhone() })

  it("answers alike for a contact of somebody else's and of nobody's, and sends nothing", async () => {
    const { registrationToken: token } = await someone()
    const other = await verifiedCustomer(store, { phone: freshPhone() })
    const before = messagesTo(store, other.email).length

    const answers = [
      await requestCode(store, token, { entity_id: other.email }),
      await requestCode(store, token, { entity_id: freshEmail() }),
    ]

    expect(answers[0]).toMatchObject(NOT_THEIRS)
    expect(answers[1].body).toEqual(answers[0].body)
    expect(messagesTo(store, other.email)).toHaveLength(before)
  })

  it.each([
    ["no e-mail", "email", "nonsense"],
    ["a control character", "email", "a\u0007@example.com"],
    ["no phone", "phone", "12"],
  ])("refuses %s as an entity", async (_what, entity_type, entity_id) => {
    const { registrationToken: token } = await someone()

    const answer = await requestCode(store, token, { entity_id, entity_type })

    expect(answer).toMatchObject(NOT_THEIRS)
  })

  it.each(["nope", "token ", "Otp"])(
    "refuses the provider of codes %j, which the store lacks",
    async (code_provider) => {
      const { registrationToken: token, email } = await someone()
      const before = messagesTo(store, email).length
      const answers = [
        await store.api("POST", "/auth/verification/request", {
          token,
          body: { entity_id: email, entity_type: "email", code_provider },
        }),
        await store.api("POST", "/auth/verification/confirm", {
          token,
          body: { code: "482917", code_provider },
        }),
      ]
      for (const answer of answers) {
        expect(answer).toMatchObject({
          status: 400,
          body: { code: "invalid_body" },
        })
      }
      expect(messagesTo(store, email)).toHaveLength(before)
    }
  )

  it.each(["username", "constructor", "__proto__"])(
    "refuses the kind of entity %s",
    async (entity_type) => {
      const { registrationToken: token, email } = await someone()

      expect(
        await requestCode(store, token, { entity_id: email, entity_type })
      ).toMatchObject({
        status: 400,
        body: { code: "verification_not_configured" },
      })
    }
  )

  it("refuses a login that is no customer's yet, and an admin's", async () => {
    const email = freshEmail()
    const begun = await registerIdentity(store, "emailpass", email)
    const admin = await store.adminToken()
    for (const token of [begun, admin]) {
      const asked = await requestCode(store, token, { entity_id: email })
      expect(asked).toMatchObject(NOT_THEIRS)
      expect(await confirmCode(store, token, "482917")).toMatchObject({
        status: 401,
        body: { code: "otp_token_invalid" },
      })
    }
    expect(messagesTo(store, email)).toHaveLength(0)
  })

  it("refuses who has no token, and a code with somebody else's token", async () => {
    const account = await someone()
    const { registrationToken: token, email } = account
    await requestCode(store, token, { entity_id: email })
    const code = await lastCodeFor(store, email)
    const other = await someone()

    expect(
      (await requestCode(store, undefined, { entity_id: email })).status
    ).toBe(401)
    expect(await confirmCode(store, undefined, code)).toMatchObject({
      status: 401,
      body: { code: "otp_token_invalid" },
    })
    expect(
      await confirmCode(store, other.registrationToken, code)
    ).toMatchObject({ status: 400, body: { code: "otp_expired" } })
    expect(await flagsOf(store, account)).toMatchObject({ email: false })
    expect((await confirmCode(store, token, code)).status).toBe(200)
  })

  it("takes a code as people type it, and counts no typing error", async () => {
    const { registrationToken: token, email } = await someone()
    await requestCode(store, token, { entity_id: email })
    const code = await lastCodeFor(store, email)
    for (let nth = 0; nth < 10; nth++) {
      const { body } = await confirmCode(store, token, code.slice(1))
      expect(body.code).toBe("otp_invalid")
    }

    const typed = `${code.slice(0, 3)} ${code.slice(3)}`
    expect((await confirmCode(store, token, typed)).status).toBe(200)
  })
}
