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

/** In a store that registers by e-mail and phone. */
export function resetByAdmin(store: Store) {
  const reset = (id: string, token?: string) =>
    store.api("POST", `/admin/customers/${id}/limits/reset`, {
      token,
      body: {},
    })

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

      const answer = await reset(id, await store.adminToken())

      expect(answer).toMatchObject({ status: 200, body: { customer: { id } } })
      expect(await signIn(store, "emailpass", owner)).toMatchObject({
        status: 403,
        body: { code: "verification_required" },
      })
      for (const one of sends) {
        expect((await one()).status).toBe(200)
      }
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
      await reset(customer.id, admin)
      const again = await send(store, customer.id, "email_verification")
      expect(again.status).toBe(200)
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
