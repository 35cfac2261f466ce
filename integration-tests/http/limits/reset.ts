import {
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { LOGINS_PER_DAY } from "./settings"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const PATIENCE_MS = 300_000

const NOT_LIMITED = { codes: null, wrong_codes: null, wrong_passwords: null }

/** A moment as long from now, and no later: limits run since their first hit, which was in this test. */
function inAbout(ms: number): unknown {
  return {
    asymmetricMatch: (value: unknown) => {
      const left = new Date(String(value)).getTime() - Date.now()
      return left <= ms && left > ms - PATIENCE_MS
    },
    toString: () => `a moment in about ${ms} ms`,
  }
}

/** In a store that registers by e-mail and phone. */
export function resetByAdmin(store: Store) {
  const reset = (id: string, token?: string) =>
    store.api("POST", `/admin/customers/${id}/limits/reset`, {
      token,
      body: {},
    })

  const limitedUntil = async (id: string) => {
    const { status, body } = await store.api(
      "GET",
      `/admin/customers/${id}/verification`,
      { token: await store.adminToken() }
    )
    expect(status).toBe(200)
    return body.customer.limited_until
  }

  const recover = (email: string) =>
    store.api("POST", "/store/customers/password/request", { body: { email } })

  describe("POST /admin/customers/:id/limits/reset", () => {
    it("frees a customer at once, and nobody else", async () => {
      const owner = await registerCustomer(store, { phone: freshPhone() })
      const other = await registerCustomer(store, { phone: freshPhone() })
      const { id } = owner.customer
      const token = owner.registrationToken
      const type = "email_verification"
      const sends = [
        () => send(store, id, type),
        () => send(store, id, type, { token }),
        () => recover(owner.email),
      ]
      for (const one of sends) {
        expect((await one()).status).toBe(200)
        expect((await one()).status).toBe(429)
      }
      expect((await send(store, other.customer.id, type)).status).toBe(200)
      for (let nth = 0; nth < LOGINS_PER_DAY; nth++) {
        await signIn(store, "emailpass", owner, "not the password")
      }
      expect((await signIn(store, "emailpass", owner)).status).toBe(429)
      expect(await limitedUntil(id)).toEqual({
        codes: null,
        wrong_codes: null,
        wrong_passwords: inAbout(DAY_MS),
      })

      const answer = await reset(id, await store.adminToken())

      expect(answer).toMatchObject({ status: 200, body: { customer: { id } } })
      expect(await signIn(store, "emailpass", owner)).toMatchObject({
        status: 403,
        body: { code: "verification_required" },
      })
      for (const one of sends) {
        expect((await one()).status).toBe(200)
      }
      expect(await limitedUntil(id)).toEqual(NOT_LIMITED)
      expect((await send(store, other.customer.id, type)).status).toBe(429)
    })

    it("forgets wrong codes", async () => {
      const { customer } = await registerCustomer(store, {
        phone: freshPhone(),
      })
      const admin = await store.adminToken()
      for (let round = 0; round < 4; round++) {
        const sent = await send(store, customer.id, "email_verification")
        for (let nth = 0; nth < 5; nth++) {
          await verify(store, sent.body.token, "000000")
        }
        await store.db.query("delete from otp_limit where max < 20")
      }
      const failed = await send(store, customer.id, "email_verification")
      expect(failed.status).toBe(429)
      expect(await limitedUntil(customer.id)).toEqual({
        ...NOT_LIMITED,
        wrong_codes: inAbout(DAY_MS),
      })
      await reset(customer.id, admin)
      const again = await send(store, customer.id, "email_verification")
      expect(again.status).toBe(200)
    })

    it("frees a contact that has got as many codes as it may", async () => {
      const { customer } = await registerCustomer(store, {
        phone: freshPhone(),
      })
      const { id } = customer
      const admin = await store.adminToken()
      const one = () => send(store, id, "phone_verification")
      while ((await one()).status === 200) {
        await store.db.query("delete from otp_limit where max = 1")
      }

      expect(await limitedUntil(id)).toEqual({
        ...NOT_LIMITED,
        codes: inAbout(HOUR_MS),
      })
      await reset(id, admin)
      expect(await limitedUntil(id)).toEqual(NOT_LIMITED)
      expect((await one()).status).toBe(200)
    })

    it("is for admins, and for customers that there are", async () => {
      const { customer, token } = await verifiedCustomer(store, {
        phone: freshPhone(),
      })
      const admin = await store.adminToken()
      for (const stranger of [undefined, token]) {
        const refused = await expectNothingWritten(store, () =>
          reset(customer.id, stranger)
        )
        expect(refused.status).toBe(401)
      }
      expect(await reset("cus_unknown", admin)).toMatchObject({
        status: 404,
        body: { code: "customer_not_found" },
      })
    })
  })
}
