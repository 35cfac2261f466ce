import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { letPass, liveCodes, send, verify, wrongCode } from "../../helpers/otp"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { sentCode } from "./sent-code"

/** In a store with logins by e-mail and by phone. */
export function verifyingCodes(store: Store) {
  describe("POST /store/customers/otp/verify", () => {
    it("verifies the phone and answers a login token", async () => {
      const { id, phone, token, code } = await sentCode(store)

      const { status, body } = await verify(store, token, code)

      expect(status).toBe(200)
      expect(body).toEqual({
        verified: true,
        type: "phone_verification",
        email_verified: false,
        phone_verified: true,
        customer: expect.objectContaining({ id, phone, phone_verified: true }),
        token: expect.any(String),
        needs_login: false,
      })
      expect(decodeJwt(body.token)).toMatchObject({
        actor_id: id,
        actor_type: "customer",
        auth_provider: "phonepass",
      })
    })

    it("answers no login token for a customer without an identity", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, { phone })
      const { body } = await send(store, id)
      const answer = await verify(
        store,
        body.token,
        await lastCodeFor(store, phone)
      )
      expect(answer.body).toMatchObject({
        verified: true,
        token: null,
        needs_login: true,
      })
    })

    it("answers Medusa's challenge for a customer with MFA", async () => {
      const account = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      await enableMfa(store, account.token)
      await store.db.query(
        "update customer set phone_verified = false where id = $1",
        [account.customer.id]
      )
      await letPass(store, 61)
      const { body } = await send(store, account.customer.id)
      const answer = await verify(
        store,
        body.token,
        await lastCodeFor(store, account.phone)
      )
      expect(answer.body).toMatchObject({
        verified: true,
        mfa_required: true,
        mfa_challenge: { methods: ["totp"] },
        needs_login: true,
      })
      expect(decodeJwt(answer.body.token).actor_id).toBe("")
    })

    it("refuses a wrong code with 400 otp_invalid and counts the guess", async () => {
      const { id, token, code } = await sentCode(store)
      const refused = await verify(store, token, wrongCode(code))
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data", code: "otp_invalid" },
      })
      expect(await liveCodes(store, id)).toMatchObject([{ attempts: 1 }])
      expect(await customerRow(store, id)).toMatchObject({
        phone_verified: false,
      })
    })

    it("refuses a used code with otp_used, and an expired and a replaced one with otp_expired", async () => {
      const first = await sentCode(store)
      await verify(store, first.token, first.code)
      const used = await verify(store, first.token, first.code)
      expect(used).toMatchObject({ status: 400, body: { code: "otp_used" } })

      const second = await sentCode(store)
      await letPass(store, 15 * 60 + 1)
      const late = await verify(store, second.token, second.code)
      expect(late).toMatchObject({ status: 400, body: { code: "otp_expired" } })

      const third = await sentCode(store)
      await letPass(store, 61)
      const newer = await send(store, third.id)
      const newCode = await lastCodeFor(store, third.phone)
      for (const [token, code] of [
        [third.token, third.code],
        [third.token, newCode],
      ]) {
        const replaced = await verify(store, token, code)
        expect(replaced).toMatchObject({ body: { code: "otp_expired" } })
      }
      expect((await verify(store, newer.body.token, newCode)).status).toBe(200)
    })

    it("counts a guess with another customer's code for the owner of the token only", async () => {
      const [a, b] = [await sentCode(store), await sentCode(store)]
      if (a.code !== b.code) {
        const refused = await verify(store, a.token, b.code)
        expect(refused.body.code).toBe("otp_invalid")
      }
      expect((await liveCodes(store, b.id))[0].attempts).toBe(0)
    })
  })

  describe("A phone that changes", () => {
    it.each([
      ["the admin API", "admin"],
      ["SQL", "sql"],
      ["SQL that sets the flag with it", "sql-flag"],
    ])(
      "makes its code invalid when it is changed through %s",
      async (_path, path) => {
        const { id, token, code } = await sentCode(store)
        const next = freshPhone()
        if (path === "admin") {
          await store.api("POST", `/admin/customers/${id}`, {
            token: await store.adminToken(),
            body: { phone: next },
          })
        } else {
          const flag = path === "sql-flag" ? ", phone_verified = true" : ""
          await store.db.query(
            `update customer set phone = $1${flag} where id = $2`,
            [next, id]
          )
        }
        const refused = await verify(store, token, code)
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_invalid" },
        })
        expect(await customerRow(store, id)).toMatchObject({
          phone: next,
          phone_verified: false,
        })
      }
    )

    it("loses its flag, and its customer cannot log in any more", async () => {
      const { customer, phone } = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      await store.api("POST", `/admin/customers/${customer.id}`, {
        token: await store.adminToken(),
        body: { phone: freshPhone() },
      })
      expect(await customerRow(store, customer.id)).toMatchObject({
        phone_verified: false,
      })
      const login = await store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", phone),
      })
      expect(login.status).toBe(403)
    })
  })
}
